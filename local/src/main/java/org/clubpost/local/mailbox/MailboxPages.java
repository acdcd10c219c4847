package org.clubpost.local.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.local.http.PageFiles;
import org.clubpost.local.http.PageRequest;
import org.clubpost.local.http.PageSource;
import org.clubpost.local.http.Reply;

/**
 * The mailbox for people: a listing of the mails, newest first, and a page for each of them. It works without scripts,
 * and lets no script in a mail run.
 */
public final class MailboxPages implements PageSource {

    private static final int PAGE = 100;
    private static final int MAX_SOURCE = 1 << 20;
    private static final String OWN_PAGE = "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";
    private static final String MAILS_HTML = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
            + "img-src data:; font-src data:; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'self'";
    private static final Pattern MESSAGE = Pattern
            .compile("/mailbox/messages/(\\d{1,12})(/html|/attachments/(\\d{1,4}))?");
    private static final Pattern HEAD = Pattern.compile("<head[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH)
            .withZone(ZoneId.systemDefault());

    private final MailboxFile mailbox;
    private final MailboxApi api;
    private final Template list;
    private final Template message;
    private final byte[] style;

    /** The pages of that mailbox. */
    public MailboxPages(MailboxFile mailbox) {
        this.mailbox = mailbox;
        this.api = new MailboxApi(mailbox);
        this.list = Mustache.compiler().compile(new String(PageFiles.read(MailboxPages.class, "list.html"), UTF_8));
        this.message = Mustache.compiler()
                .compile(new String(PageFiles.read(MailboxPages.class, "message.html"), UTF_8));
        this.style = PageFiles.read(MailboxPages.class, "style.css");
    }

    @Override
    public Reply get(PageRequest request) {
        try {
            if (request.path().startsWith("/mailbox/api/")) {
                return api.get(request);
            }
            return switch (request.path()) {
                case "/mailbox", "/mailbox/" -> listing(request);
                case "/mailbox/style.css" -> Reply.of(200, "text/css; charset=utf-8", style);
                default -> message(request);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply listing(PageRequest request) {
        var to = request.parameter("to");
        var before = request.parameter("before").matches("\\d{1,12}")
                ? Long.parseLong(request.parameter("before"))
                : Long.MAX_VALUE;
        var mails = mailbox.newest(to, before, PAGE);
        var query = "/mailbox?to=" + URLEncoder.encode(to, UTF_8);
        var page = new HashMap<String, Object>();
        page.put("to", to);
        page.put("mails", mails.stream().map(MailboxPages::fields).toList());
        page.put("none",
                mails.isEmpty() ? to.isEmpty() ? "Nothing has been sent yet." : "Nothing was sent there." : false);
        page.put("newest", before == Long.MAX_VALUE ? false : query);
        page.put("older", mails.size() < PAGE ? false : query + "&before=" + mails.getLast().id());
        page.put("reload", query);
        return own(list.execute(page));
    }

    private static Reply own(String page) {
        return Reply.html(200, page).with("Content-Security-Policy", OWN_PAGE);
    }

    private Reply message(PageRequest request) throws IOException {
        var path = MESSAGE.matcher(request.path());
        var mail = path.matches() ? mailbox.find(Long.parseLong(path.group(1))) : Optional.<SentMail>empty();
        if (mail.isEmpty()) {
            return Reply.text(404, "There is no such mail.\n");
        }
        var octets = mailbox.read(mail.get().id()).orElseThrow();
        var view = MailView.of(octets);
        if (path.group(3) != null) {
            return view.attachment(Integer.parseInt(path.group(3))).map(MailboxPages::download)
                    .orElseGet(() -> Reply.text(404, "There is no such attachment.\n"));
        }
        return path.group(2) == null ? page(mail.get(), view, octets, request.parameter("view")) : framed(view.html());
    }

    private static Reply download(MailView.Attachment attachment) {
        return Reply.of(200, "application/octet-stream", attachment.content().toByteArray())
                .with("Content-Disposition", "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(attachment.name(), UTF_8).replace("+", "%20"));
    }

    private static Reply framed(String html) {
        var head = HEAD.matcher(html);
        var base = "<base target=\"_blank\">";
        return Reply
                .html(200,
                        head.find() ? html.substring(0, head.end()) + base + html.substring(head.end()) : base + html)
                .with("Content-Security-Policy", MAILS_HTML);
    }

    private Reply page(SentMail mail, MailView view, byte[] octets, String wanted) {
        var views = new ArrayList<String>();
        if (!view.html().isEmpty()) {
            views.add("html");
        }
        if (!view.text().isEmpty() || view.html().isEmpty()) {
            views.add("text");
        }
        views.add("source");
        var shown = views.contains(wanted) ? wanted : views.getFirst();
        var link = "/mailbox/messages/" + mail.id();
        var page = new HashMap<String, Object>(fields(mail));
        page.put("same", "/mailbox?to=" + URLEncoder.encode(mail.recipient(), UTF_8));
        page.put("tabs", views.stream().map(each -> Map.<String, Object>of("name", named(each), "link",
                link + "?view=" + each, "current", each.equals(shown))).toList());
        page.put("frame", shown.equals("html") ? link + "/html" : false);
        page.put("text", switch (shown) {
            case "text" -> MailText.withLinks(view.text());
            case "source" -> MailText
                    .escaped(new String(octets, 0, Math.min(octets.length, MAX_SOURCE), ISO_8859_1));
            default -> false;
        });
        page.put("cut", shown.equals("source") && octets.length > MAX_SOURCE
                ? "Only the beginning is shown; Save has all of it."
                : false);
        page.put("attached", !view.attachments().isEmpty());
        page.put("attachments", attachments(view.attachments(), link));
        return own(message.execute(page));
    }

    private static String named(String view) {
        return switch (view) {
            case "html" -> "HTML";
            case "text" -> "Text";
            default -> "Source";
        };
    }

    private static List<Map<String, Object>> attachments(List<MailView.Attachment> attachments, String link) {
        return attachments.stream().map(each -> Map.<String, Object>of("link", link + "/attachments/" + each.number(),
                "name", each.name(), "type", each.type(), "octets", each.content().size())).toList();
    }

    private static Map<String, Object> fields(SentMail mail) {
        var title = mail.title();
        return Map.of("id", mail.id(), "recipient", mail.recipient(), "sender", mail.sender(), "from", title.from(),
                "to", title.to(), "subject", title.subject().isEmpty() ? "(no subject)" : title.subject(), "instant",
                mail.at().toString(), "when", WHEN.format(mail.at()), "octets", size(mail.octets()));
    }

    private static String size(long octets) {
        return octets < 1024 ? octets + " octets" : "%,d KB".formatted((octets + 1023) / 1024);
    }
}
