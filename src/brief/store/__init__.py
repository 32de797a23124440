"""Files in and out: the only place besides the command line that touches the disk."""
