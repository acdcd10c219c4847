package org.clubpost.local;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** What a page shows on a phone and on a desk, in light and in dark. */
final class Sights {

    /** What sticks out on the right and is in nothing that scrolls by itself. */
    private static final String TOO_WIDE = """
            () => [...document.querySelectorAll('body *')]
                .filter(each => !each.closest('.table-wrap, svg, .cards-on-phone thead')
                    && each.getBoundingClientRect().right > innerWidth + 0.5)
                .map(each => each.outerHTML.slice(0, 200))
            """;
    /** The widths of a phone and of a desk. */
    static final List<Integer> WIDTHS = List.of(360, 1280);

    private final Axe axe;

    Sights(Axe axe) {
        this.axe = axe;
    }

    /**
     * What is wrong with the page in light and in dark, at the width that it has; none is good. What is shown in dark has
     * other colours and is at the same place, so there axe looks at the colours only. With pictures for who wants them.
     */
    List<String> faults(Page page, String name) {
        var faults = new ArrayList<String>();
        var width = page.viewportSize().width;
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var sight = name + "_" + width + "_" + scheme;
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            Chromium.picture(page, sight);
            var found = scheme == ColorScheme.LIGHT ? axe.findings(page) : axe.findingsOfColours(page);
            found.forEach(each -> faults.add(sight + ": " + each));
        }
        tooWide(page).forEach(each -> faults.add(name + " at " + width + ": " + each));
        return faults;
    }

    /** What is too wide for that page as it is shown now. */
    static List<String> tooWide(Page page) {
        return ((List<?>) page.evaluate(TOO_WIDE)).stream().map(Object::toString).toList();
    }
}
