"""A person's name in, whether its family name is printed first: `Zhao Long`, `Orbán Viktor`.

The lists hold the most common family names of countries that print them first, and Hungarian
given names that are no family names elsewhere. Where both ends of a name are listed, the one
that is the more common family name decides; who is in no list is called by the last name.
"""

from __future__ import annotations

import re

# By how many people bear them: first those of whom there are most.
_CHINESE = """
Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie
Song Tang Han Feng Deng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu
Ding Ren Yao Shen Cui Zhong Tan Fan Jin Shi Liao Jia Xia Fu Fang Zou Xiong Bai Meng Qin Qiu Hou Gu
Xue Lei Long Duan Hao Kong Shao Mao Wan Qian Yan Lai Qi Tao Wen Hou Yin Cong Ruan Tsai Hsieh Hsu
Kuo Chang Chou Cheung Chiang Chiu Goh Tay Teo Koh Ong Quek Toh Kwok Leung Tsang Ng
"""
_KOREAN = """
Kim Lee Park Choi Jung Jeong Kang Cho Yoon Jang Lim Shin Kwon Hwang Ahn Yoo Hong Jeon Moon Son Bae
Baek Heo Nam Shim Roh Noh Ryu Chung Paik Rhee Suh Seo Bang Ha Hahm Chun Joo Yeo Ban
"""
_VIETNAMESE = "Nguyen Nguyễn Tran Trần Pham Phạm Hoang Phan Bui Ngo Duong Dang Đặng Vu Vo"
_JAPANESE = """
Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki
Yamaguchi Matsumoto Inoue Kimura Hayashi Shimizu Yamazaki Mori Abe Ikeda Hashimoto Yamashita
Ishikawa Nakajima Maeda Fujita Ogawa Goto Okada Hasegawa Murakami Kondo Ishii Saito Sakamoto Endo
Aoki Fujii Nishimura Fukuda Ota Miura Fujiwara Okamoto Matsuda Nakagawa Nakano Harada Ono Tamura
Takeuchi Kaneko Wada Nakayama Ishida Ueda Morita Hara Shibata Sakai Kudo Yokoyama Miyazaki Miyamoto
Uchida Takagi Ando Taniguchi Ohno Maruyama Imai Takada Fujimoto Takeda Murata Ueno Sugiyama Masuda
Sugawara Hirano Kojima Otsuka Chiba Kubo Matsui Iwasaki Sakurai Kinoshita Noguchi Matsuo Nomura
Kikuchi Sano Onishi Sugimoto Arai Hamada Ichikawa Furukawa Mizuno Komatsu Shimada Koyama Takano
Kishida Suga Kuroda Tsukada Ishiba Hyodo Kawashima Akiyama Iwashita Tachibana Kono Aso Amano
"""
_GIVEN = """
Réka Péter István László József János Zoltán Sándor Gábor Ferenc Attila Tamás Gyula Miklós Zsolt
Balázs András György Béla Csaba Ákos Bálint Dávid Ádám Levente Gergely Zsófia Katalin Erzsébet
Ildikó Ágnes Éva Judit Zsuzsanna Mária Eszter Anikó Tünde Krisztina Enikő Emese Orsolya Viktor
Lajos Imre Dénes Endre Árpád Vilmos Dezső Kálmán Géza Rezső Mihály Zsuzsa Piroska Boglárka
"""
_RANK = {
    name: rank
    for names in (_CHINESE, _KOREAN, _VIETNAMESE, _JAPANESE)
    for rank, name in enumerate(names.split())
}
_RARE = len(_RANK)
_HUNGARIAN = frozenset(_GIVEN.split())
# "Jong-min", "Wee-kiat": two syllables, the second small, are a given name.
_ROMAJI = re.compile(r"(?:[kstnhmyrwgzdbpjfc]?[hs]?y?[aiueoāīūēō]|n)+$", re.IGNORECASE)
_ONLY_JAPANESE = frozenset(_JAPANESE.split()) - frozenset(f"{_CHINESE} {_KOREAN}".split())
# Given names of the West too; then two short words must follow, or syllables with a hyphen.
_WESTERN = frozenset({"Lee", "Kim", "Han", "Song", "Long", "Jin", "Tan"})
_SHORT = 5
_SYLLABLES = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,6}$")


def family_first(name: str) -> bool:
    """Tell whether a name seems printed with the family name first."""
    words = name.split()
    if len(words) < 2 or "." in name:
        return False
    first, last = (_RANK.get(word, _RARE) for word in (words[0], words[-1]))
    if first < _RARE and _SYLLABLES.match(words[-1]):
        return True
    if len(words) == 2 and last == _RARE and words[-1] in _HUNGARIAN:
        return words[0] not in _HUNGARIAN
    given = words[1:]
    if words[0] in _ONLY_JAPANESE and not all(map(_ROMAJI.match, given)):
        return False  # Abe Lincoln
    if words[0] in _WESTERN and not (len(given) == 2 and max(map(len, given)) <= _SHORT):
        return False
    return first < last
