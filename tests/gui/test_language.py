"""The language of the window belongs to its application, and goes with it."""

from __future__ import annotations

import subprocess
import sys

ONE_AFTER_ANOTHER = """
import gc
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from incident_desk.gui.language import install_language
for language, said in (("de", "Abbrechen"), ("en", "Cancel")):
    application = QApplication(["desk", "-platform", "offscreen"])
    install_language(application, language)
    print(QCoreApplication.translate("QPlatformTheme", "Cancel") == said)
    application.shutdown()
    del application
    gc.collect()
"""


def test_that_one_application_may_follow_another() -> None:
    run = subprocess.run([sys.executable, "-c", ONE_AFTER_ANOTHER], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == ["True", "True"]
