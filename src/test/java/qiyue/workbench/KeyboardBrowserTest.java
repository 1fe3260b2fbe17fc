package qiyue.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.interactions.Actions;

/**
 * An inspection entered by somebody without a mouse: by Tab, arrows, typing, Enter, the space bar and the keys the workbench lists.
 * Wherever the focus comes to rest it is seen: in sight, not covered, and marked.
 */
class KeyboardBrowserTest extends Retyping {
    /** No part of the page has so many places to stop at. */
    private static final int MOST = 400;

    private final Set<String> unseen = new TreeSet<>();

    /** Where the focus is, as seen from what is wanted; and what is wrong with how it is shown. */
    private static final String FOCUS = """
            const wanted = document.querySelector(arguments[0]);
            const at = document.activeElement;
            const group = wanted?.closest('[role=radiogroup]');
            const stop = group && wanted.tabIndex < 0 ? group.querySelector('[tabindex="0"]') : wanted;
            const parts = [...document.querySelectorAll('section.part')];
            let fault = '';
            if (at && at !== document.body) {
              // where nothing is being written the cursor of a grid is its cell
              const shown = at.matches('.cursor:not(.open)') ? document.querySelector('.view:focus-within .cell.active') : at;
              const name = (at.id || at.getAttribute('aria-label') || at.textContent || at.tagName).slice(0, 40);
              const r = shown.getBoundingClientRect();
              const [x, y] = [r.left + Math.min(r.width / 2, 12), r.top + Math.min(r.height / 2, 12)];
              const top = document.elementFromPoint(x, y);
              const style = getComputedStyle(shown);
              if (r.width === 0 || x < 0 || y < 0 || x > innerWidth || y > innerHeight) fault = 'out of sight: ' + name;
              else if (!(shown.contains(top) || top?.contains(shown))) fault = 'covered by ' + (top?.className || top?.tagName) + ': ' + name;
              else if (style.outlineStyle === 'none' && style.boxShadow === 'none') fault = 'not marked: ' + name;
            }
            return [
              !wanted ? 'absent' : at === wanted ? 'here' : at === stop ? 'group' : stop.compareDocumentPosition(at) & 2 ? 'before' : 'after',
              String(parts.indexOf(wanted?.closest('section.part')) + 1),
              String(parts.indexOf(at?.closest('section.part')) + 1),
              at?.matches('.cursor') && !at.closest('.view').contains(wanted) ? 'grid' : '',
              fault];
            """;

    @SuppressWarnings("unchecked")
    private List<String> focus(String selector) {
        List<String> focus = (List<String>) browser.executeScript(FOCUS, selector);
        if (!focus.get(4).isEmpty()) {
            unseen.add(focus.get(4));
        }
        return focus;
    }

    private void keys(CharSequence... keys) {
        new Actions(browser).sendKeys(keys).perform();
    }

    private void with(Keys held, CharSequence key) {
        new Actions(browser).keyDown(held).sendKeys(key).keyUp(held).perform();
    }

    /** Goes to a place; among radio buttons to the group, if it is not the one that is stopped at. */
    private String go(String selector) {
        patience.until(b -> has(selector));
        String before = "";
        for (int i = 0; i < MOST; i++) {
            List<String> at = focus(selector);
            String where = at.get(0);
            if (where.equals("here") || where.equals("group")) {
                return where;
            }
            boolean decision = selector.startsWith("#decided");
            if (i == 0 && decision) {
                with(Keys.ALT, "d");
            } else if (i == 0 && !at.get(1).equals("0") && !at.get(1).equals(at.get(2))) {
                with(Keys.ALT, at.get(1));
            } else {
                if (!at.get(3).isEmpty()) {
                    // a grid is left at its last column
                    keys(where.equals("after") ? Keys.HOME : Keys.END);
                }
                if (where.equals("after")) {
                    with(Keys.SHIFT, Keys.TAB);
                } else {
                    keys(Keys.TAB);
                }
            }
            before = where;
        }
        throw new AssertionError("not reached from the keyboard: " + selector + ", last " + before);
    }

    @Override
    void push(String selector) {
        if (go(selector).equals("group")) {
            for (int i = 0; i < MOST && !focus(selector).get(0).equals("here"); i++) {
                keys(Keys.ARROW_RIGHT);
            }
            return;
        }
        keys(has(selector + "[type=checkbox], " + selector + "[role=radio]") ? Keys.SPACE : Keys.ENTER);
    }

    @Override
    void choose(String selector, String code) {
        go(selector);
        long steps = (Long) browser.executeScript("""
                const list = document.activeElement;
                const wanted = [...list.options].findIndex(o => o.value === arguments[0]);
                return wanted < 0 ? -1000 : wanted - list.selectedIndex;
                """, code);
        assertThat(steps).as("in the list: %s %s", selector, code).isGreaterThan(-1000);
        keys((steps < 0 ? Keys.ARROW_UP : Keys.ARROW_DOWN).toString().repeat((int) Math.abs(steps)), Keys.ENTER);
    }

    @Override
    void write(String selector, String text) {
        go(has(selector + " textarea") ? selector + " textarea" : selector + " input:not([type=date])");
        with(Keys.CONTROL, "a");
        keys(text);
        keys(Keys.TAB);
    }

    @Override
    void take(String words, String conduct) {
        with(Keys.ALT, "f");
        keys(words);
        String wanted = "#findings .offers [data-conduct='" + conduct + "']";
        patience.until(b -> has(wanted));
        for (int i = 0; i < MOST && !has(wanted + "[aria-selected=true]"); i++) {
            keys(Keys.ARROW_DOWN);
        }
        keys(Keys.ENTER);
        patience.until(b -> !has("#findings .offers:not([hidden])"));
    }

    @Override
    void cell(String selector, String text) {
        String grid = selector.replaceAll("^\\[data-path='(/records/[^/]+)/.*$", "[data-pointer='$1'] .cursor");
        go(grid);
        int row = Integer.parseInt(selector.replaceAll("^.*?/records/[^/]+/(\\d+)/.*$", "$1"));
        with(Keys.CONTROL, Keys.HOME);
        for (int i = 0; i < row; i++) {
            keys(Keys.ARROW_DOWN);
        }
        for (int i = 0; i < MOST && !has(selector + ".active"); i++) {
            focus(grid);
            keys(Keys.ARROW_RIGHT);
        }
        keys(text);
        keys(Keys.ENTER);
    }

    /** A short one in every build, with one of each kind of entry, for every stop is looked at; the property names whole ones, with commas. */
    static List<String> documents() {
        return List.of(System.getProperty("qiyue.retyped", "keys").split(","));
    }

    @ParameterizedTest
    @MethodSource("documents")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void an_inspection_is_entered_without_a_mouse_and_the_focus_is_always_seen(String document) throws Exception {
        JsonNode written = written(document);

        enter(written);
        with(Keys.CONTROL, "s");

        assertThat(plain(saved())).isEqualTo(plain(written));
        assertThat(unseen).as("places where the focus is not seen").isEmpty();

        // a menu is left to where it was opened from
        push("details.menu > summary");
        keys(Keys.TAB);
        keys(Keys.ESCAPE);
        assertThat(browser.switchTo().activeElement().getTagName()).isEqualTo("summary");
        assertThat(has("details.menu[open]")).isFalse();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void what_another_tab_saves_and_changes_is_seen() {
        type("/facility/name", "甲医院");
        String first = browser.getWindowHandle();
        browser.switchTo().newWindow(WindowType.TAB);
        browser.get(served.url());
        patience.until(b -> has("body[data-ready=yes]"));
        type("/facility/name", "乙医院");

        String second = browser.getWindowHandle();
        browser.switchTo().window(first);
        patience.until(b -> has("#elsewhere:not([hidden])"));
        assertThat(browser.findElement(org.openqa.selenium.By.id("unsaved")).getText())
                .contains("未保存");
        push("[data-do=take]");
        patience.until(b -> box("/facility/name").getDomProperty("value").equals("甲医院乙医院"));

        browser.switchTo().window(second);
        with(Keys.CONTROL, "s");
        browser.switchTo().window(first);
        patience.until(b -> browser.findElement(org.openqa.selenium.By.id("unsaved"))
                .getText()
                .contains("已保存"));
    }

    /** What is changed here takes the place of the other draft: then there is nothing left to take over, and nothing says so. */
    @Test
    void a_draft_that_was_written_over_is_not_offered() {
        type("/facility/name", "甲医院");
        String first = browser.getWindowHandle();
        browser.switchTo().newWindow(WindowType.TAB);
        browser.get(served.url());
        patience.until(b -> has("body[data-ready=yes]"));
        type("/facility/name", "乙医院");

        browser.switchTo().window(first);
        patience.until(b -> has("#elsewhere:not([hidden])"));
        type("/facility/name", "丙");
        patience.until(b -> has("#elsewhere[hidden]"));
        assertThat(box("/facility/name").getDomProperty("value")).contains("丙").doesNotContain("乙");
    }
}
