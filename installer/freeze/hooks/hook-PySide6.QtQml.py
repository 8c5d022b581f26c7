"""In the place of PyInstaller's own hook, which takes every QML module along, a web browser among them."""

import trimming
from PyInstaller.utils.hooks.qt import add_qt6_dependencies, pyside6_library_info

hiddenimports, binaries, datas = add_qt6_dependencies(__file__)
qml_binaries, qml_datas = pyside6_library_info.collect_qtqml_files()
binaries += [(source, folder) for source, folder in qml_binaries if trimming.is_wanted_qml(folder)]
datas += [(source, folder) for source, folder in qml_datas if trimming.is_wanted_qml(folder)]
