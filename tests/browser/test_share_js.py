"""The browser's part of sharing: files are saved and read in, texts copied, addresses read."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect

from helpers.widgets.controls import Arrival, CopyText, Downloads, File, FilePick
from helpers.widgets.controls_files_out import COPYING, SAVING
from tests.browser.bench import Bench

ANSWER = """([name, message, bytes]) => {
  const buffers = bytes ? [new DataView(new Uint8Array(bytes).buffer)] : [];
  for (const [event, call] of models[name].listeners)
    if (event === 'msg:custom') call(message, buffers);
}"""


def never(_button: str) -> File:
    raise AssertionError("nobody presses here")


def answer(bench: Bench, message: dict[str, Any], data: bytes = b"") -> None:
    bench.page.evaluate(ANSWER, ["files", message, list(data)])


def test_only_the_buttons_that_asked_save_the_file(bench: Bench) -> None:
    page = bench.page
    widget = Downloads("Save", [("a", "First"), ("b", "Second")], never, help="For you.")
    bench.show("files", widget)
    views = bench.show("files", widget)
    one, other = views.nth(0), views.nth(1)
    downloads: list[str] = []
    page.on("download", lambda download: downloads.append(download.suggested_filename))
    one.get_by_role("button", name="Second").press("Enter")
    expect(one.get_by_role("status")).to_have_text(SAVING["busy"])
    assert bench.sent("files") == [{"message": {"press": "b"}}]
    with page.expect_download() as download:
        answer(bench, {"name": "b.txt", "type": "text/plain"}, b"hello")
    assert download.value.path().read_bytes() == b"hello"
    expect(one.get_by_role("status")).to_have_text(f"{SAVING['saved']} b.txt")
    expect(other.get_by_role("status")).to_have_text("")
    # An answer that nobody waits for is for another page.
    answer(bench, {"name": "c.txt", "type": "text/plain"}, b"hello")
    one.get_by_role("button", name="First").click()
    answer(bench, {"problem": "There is <b>none</b>."})
    expect(one.get_by_role("status")).to_have_text("There is <b>none</b>.")
    assert downloads == ["b.txt"]
    assert bench.faults() == []
    assert bench.remove("files") == 0
    assert bench.requests == bench.errors == []


def test_when_nobody_answers_the_learner_is_told_what_to_do(bench: Bench) -> None:
    view = bench.show("files", Downloads("Save", [("a", "First")], never))
    bench.stop_clock()
    view.get_by_role("button").click()
    bench.page.clock.run_for(19_000)
    expect(view.get_by_role("status")).to_have_text(SAVING["busy"])
    bench.page.clock.run_for(2_000)
    expect(view.get_by_role("status")).to_have_text(SAVING["silent"])


def test_a_text_is_there_to_copy_as_soon_as_there_is_one(bench: Bench) -> None:
    view = bench.show("copy", CopyText("Your code", help="Send it."))
    expect(view.get_by_label("Your code", exact=True)).to_be_hidden()
    bench.push("copy", value="GH1-abc")
    field = view.get_by_label("Your code", exact=True)
    expect(field).to_have_value("GH1-abc")
    expect(field).not_to_be_editable()
    # This page is not https, so the browser gives no clipboard: the text is marked instead.
    view.get_by_role("button", name="Copy: Your code").click()
    expect(view.get_by_role("status")).to_have_text(COPYING["keys"])
    assert bench.page.evaluate("getSelection().toString()") == "GH1-abc"
    bench.push("copy", value="GH1-def")
    expect(view.get_by_role("status")).to_have_text("")
    for theme in ("light", "dark"):
        bench.theme(theme)
        assert bench.faults() == []
    assert bench.remove("copy") == 0


def test_a_file_is_told_as_text_and_a_huge_one_is_not_read(bench: Bench) -> None:
    view = bench.show("pick", FilePick("Session file", print, print, most=10))
    field = view.get_by_label("Session file")
    for text, told in (("{}", "{}"), ("x" * 11, "")):
        file = {"name": "s.json", "mimeType": "application/json", "buffer": text.encode()}
        field.set_input_files(file)  # type: ignore[arg-type]
        bench.page.wait_for_function("models.pick.sent.length > 0")
        message = {"file": "s.json", "text": told, "small": bool(told)}
        assert bench.sent("pick") == [{"message": message}]
        expect(field).to_have_value("")
    assert bench.faults() == []
    assert bench.remove("pick") == 0


def test_the_address_is_read_wherever_the_plan_stands_in_it(bench: Bench) -> None:
    page = bench.page
    bench.show("none", Arrival(print))
    assert bench.sent("none") == [{"message": {"plan": "", "site": ""}}]
    base = "http://bench.test"
    for address, site in (
        ("/hands/lab/index.html?path=06.ipynb#plan=GH1-a_b", f"{base}/hands/"),
        ("/lab/tree/notebooks/06.ipynb?plan=GH1-a_b&reset", f"{base}/"),
        ("/user/x/doc/tree/06.ipynb?token=1&plan=GH1-a_b", f"{base}/user/x/"),
        ("/elsewhere?plan=GH1-a_b", ""),
        ("/lab/tree/06.ipynb%3Fplan%3DGH1-a_b", f"{base}/"),
        ("/lab/?broken=%E0%A4%A&plan=GH1-a_b", f"{base}/"),
    ):
        page.evaluate("address => history.replaceState(null, '', address)", address)
        bench.show(address, Arrival(print))
        assert bench.sent(address) == [{"message": {"plan": "GH1-a_b", "site": site}}], address
    assert bench.errors == []
