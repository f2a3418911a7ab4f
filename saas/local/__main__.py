"""What `bin/up` runs: `kesher up` without waiting for the imports of every other command."""

import sys

from saas.local.trouble import Trouble
from saas.local.up import up
from saas.settings import BadSetting, read_settings

if __name__ == "__main__":
    try:
        up(read_settings())
    except (BadSetting, Trouble) as trouble:
        sys.exit(f"kesher: {trouble}")
