#!/bin/sh
cd -- "$$(dirname -- "$$0")" || exit 1
python=${python}
if [ -x "$$python" ] && "$$python" -P -c 'import generator' 2>/dev/null; then
  "$$python" -P -m generator build
elif command -v linli >/dev/null; then
  linli build
else
  echo '找不到邻里程序，请让管理电脑的人重新安装。 Linli was not found; please install it again.'
  false
fi
code=$$?
if [ -t 0 ]; then
  printf '\n按回车键关闭 Press Enter to close '
  read -r _
fi
exit "$$code"
