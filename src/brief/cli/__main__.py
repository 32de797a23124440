"""`python -m brief.cli`."""

import sys

from brief.cli import main

sys.exit(main())
