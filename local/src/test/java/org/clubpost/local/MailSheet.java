package org.clubpost.local;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Many mails beside each other in one page of a browser, each in a frame as wide as the screen that it is read on, and
 * what can be measured there.
 *
 * @param page where they are shown
 * @param dark whether the reader has chosen dark
 */
record MailSheet(Page page, boolean dark) implements AutoCloseable {

    private static final String SHOW = """
            async ({mails, width}) => {
              document.documentElement.style.colorScheme = 'light dark';
              document.body.replaceChildren();
              document.body.style = 'display:flex;flex-wrap:wrap;gap:12px;margin:8px;font:12px sans-serif';
              await Promise.all(mails.map(mail => new Promise(done => {
                const figure = document.createElement('figure');
                const frame = document.createElement('iframe');
                figure.style.margin = '0';
                frame.title = mail.name;
                frame.style = 'display:block;border:0;height:700px;width:' + width + 'px';
                frame.onload = done;
                frame.srcdoc = mail.html;
                figure.append(mail.name + ': ' + mail.subject, frame);
                figure.style.width = width + 'px';
                document.body.append(figure);
              })));
            }
            """;

    /** Every finding as a line. Nothing is seen through: a ground is the nearest one with a colour of its own. */
    private static final String PROBLEMS = """
            ({dark}) => [...document.querySelectorAll('iframe')].flatMap(frame => {
              const mail = frame.contentDocument, look = node => frame.contentWindow.getComputedStyle(node);
              const found = [], say = problem => found.push(frame.title + ': ' + problem);
              const channels = colour => colour.match(/[\\d.]+/g).map(Number);
              const light = colour => channels(colour).slice(0, 3).map(c => c / 255)
                .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
              const ground = node => {
                while (node && (channels(look(node).backgroundColor)[3] ?? 1) < 1) { node = node.parentElement; }
                return node ? look(node).backgroundColor : 'rgb(255, 255, 255)';
              };
              if (mail.documentElement.scrollWidth > frame.clientWidth) {
                say('is ' + mail.documentElement.scrollWidth + ' px wide in ' + frame.clientWidth);
              }
              if (light(ground(mail.body)) < 0.1 !== dark) { say('its ground is ' + ground(mail.body)); }
              if (mail.querySelectorAll('h1').length !== 1) { say('has not exactly one h1'); }
              if (!mail.documentElement.lang) { say('names no language'); }
              const texts = mail.createTreeWalker(mail.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const words = texts.currentNode.data.trim(), node = texts.currentNode.parentElement;
                if (!words || !node.getClientRects().length) { continue; }
                const pair = [light(look(node).color), light(ground(node))].sort((a, b) => b - a);
                const contrast = (pair[0] + 0.05) / (pair[1] + 0.05);
                if (contrast < 4.5) { say('contrast ' + contrast.toFixed(2) + ' of “' + words.slice(0, 40) + '”'); }
                if (parseFloat(look(node).fontSize) < 13) { say('small print: “' + words.slice(0, 40) + '”'); }
              }
              for (const link of mail.querySelectorAll('a')) {
                if (!/^(https|mailto):$/.test(link.protocol)) { say('links to ' + link.href); }
                if (!link.textContent.trim()) { say('has a link without words'); }
              }
              if (mail.querySelector('img, script, link, iframe, object, form')) { say('loads or sends something'); }
              return found;
            })
            """;

    /** What each mail says, without what an inbox alone shows, and where its links lead. */
    private static final String WORDS = """
            () => [...document.querySelectorAll('iframe')].map(frame => ({
              text: frame.contentDocument.body.innerText,
              links: [...new Set([...frame.contentDocument.querySelectorAll('a')].map(a => a.getAttribute('href')))]
            }))
            """;

    private static final String GROW = """
            () => document.querySelectorAll('iframe').forEach(
              frame => frame.style.height = frame.contentDocument.documentElement.scrollHeight + 'px')
            """;

    static MailSheet in(Chromium chromium, ColorScheme scheme) {
        return new MailSheet(chromium.letter(scheme, 1500), scheme == ColorScheme.DARK);
    }

    /** Shows these in place of those that it showed. */
    void show(List<SampleMail> mails, int width) {
        page.evaluate(SHOW, Map.of("width", width, "mails", mails.stream()
                .map(mail -> Map.of("name", mail.name(), "subject", mail.subject(), "html", mail.html())).toList()));
    }

    /** What is wrong with those that it shows; nothing is good. */
    List<String> problems() {
        return ((List<?>) page.evaluate(PROBLEMS, Map.of("dark", dark))).stream().map(Object::toString).toList();
    }

    /** What the HTML of each mail says, in the order of the mails. */
    List<Said> said() {
        return ((List<?>) page.evaluate(WORDS)).stream().map(each -> (Map<?, ?>) each)
                .map(each -> new Said(String.valueOf(each.get("text")),
                        ((List<?>) Objects.requireNonNull(each.get("links"))).stream().map(Object::toString)
                                .collect(Collectors.toSet())))
                .toList();
    }

    /**
     * What somebody reads.
     *
     * @param text the words
     * @param links where one can go from there
     */
    record Said(String text, Set<String> links) {}

    /** Keeps a picture of it, each mail as long as it is, for who wants to look. */
    void picture(String name) {
        page.evaluate(GROW);
        Chromium.picture(page, name);
    }

    @Override
    public void close() {
        page.context().close();
    }
}
