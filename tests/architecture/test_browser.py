import pytest
from playwright.sync_api import sync_playwright


@pytest.mark.browser
def test_the_browser_of_the_tests_runs_a_page_and_the_accessibility_checker(chromium_path):
    from axe_playwright_python.sync_playwright import Axe

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path)
        page = browser.new_page()
        page.set_content("<!doctype html><html><title>x</title><img src='data:,'></html>")
        rules = {found["id"] for found in Axe().run(page).response["violations"]}
        browser.close()
    assert {"html-has-lang", "image-alt"} <= rules, "axe does not see faults that are there"
