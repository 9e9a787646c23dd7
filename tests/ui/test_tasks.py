import gc
import threading

import pytest
from PySide6.QtCore import QObject, QThread

from annotator.ui.tasks import Cancelled, Tasks


class Ear(QObject):
    """Hears what a task says, and in which thread."""

    def __init__(self):
        super().__init__()
        self.heard = []
        self.threads = set()

    def hear(self, what):
        self.heard.append(what)
        self.threads.add(QThread.currentThread())


@pytest.fixture
def tasks(qapp):
    pool = Tasks()
    yield pool
    pool.close()


def test_results_and_progress_arrive_in_the_main_thread(qtbot, tasks):
    ear, task = Ear(), tasks.prepare()
    task.progressed.connect(ear.hear)
    task.succeeded.connect(ear.hear)

    def work(watch):
        watch.progress(1, 2)
        return threading.current_thread() is threading.main_thread()

    with qtbot.waitSignal(task.ended):
        tasks.start(task, work)

    assert ear.heard == [(1, 2), False]
    assert ear.threads == {QThread.currentThread()}


def test_an_exception_arrives_as_it_was_raised(qtbot, tasks):
    ear, task = Ear(), tasks.prepare()
    task.failed.connect(ear.hear)

    def work(_watch):
        raise KeyError("x")

    with qtbot.waitSignal(task.ended):
        tasks.start(task, work)

    assert isinstance(ear.heard[0], KeyError)


def test_closing_stops_what_runs_and_waits_for_it(qtbot):
    tasks, begun, ended = Tasks(), threading.Event(), threading.Event()

    def work(watch):
        begun.set()
        while not watch.cancelled():
            begun.wait(0.001)
        ended.set()
        raise Cancelled

    tasks.start(tasks.prepare(), work)
    begun.wait(5)
    tasks.close()

    assert ended.is_set()


def test_everyone_hears_that_a_task_has_ended_however_quickly_it_goes(qtbot, tasks):
    ear = Ear()
    for _ in range(300):
        task = tasks.prepare()
        task.ended.connect(ear.hear)
        tasks.start(task, lambda _watch: None)
    qtbot.waitUntil(lambda: len(ear.heard) == 300)
    qtbot.waitUntil(lambda: len(tasks.children()) < 5)


def test_no_garbage_is_collected_while_a_thread_might_do_it(qtbot, tasks):
    ear, task = Ear(), tasks.prepare()
    task.succeeded.connect(ear.hear)

    with qtbot.waitSignal(task.ended):
        tasks.start(task, lambda _watch: gc.isenabled())

    qtbot.waitUntil(gc.isenabled)
    assert ear.heard == [False]


def test_garbage_is_collected_again_after_tasks_were_closed(qapp):
    tasks = Tasks()
    tasks.start(tasks.prepare(), lambda _watch: None)
    tasks.close()
    assert gc.isenabled()
