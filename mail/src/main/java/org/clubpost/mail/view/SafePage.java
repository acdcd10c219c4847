package org.clubpost.mail.view;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.text.ShownText;

/**
 * The HTML of a mail as a page of its own. It is shown in a frame without rights, and with a policy that lets it fetch
 * nothing. What a policy does not stop is taken out: elements that have a browser look up or connect
 * to other hosts, or that change where links lead. Pictures that lie in the mail are put into the page.
 */
final class SafePage {

    /** HTML begins with long styles; a page of a newsletter has some 100 kB. */
    private static final int MOST_OCTETS = 1 << 20;
    /** All pictures together: what API Gateway and Lambda answer is 6 MB at most, in base64 a third less. */
    private static final int MOST_OF_PICTURES = 3 << 20;
    /** Each is looked for among the files, and decoded. */
    private static final int MOST_LOOKED_FOR = 100;
    private static final Set<String> PICTURES = Set.of("png", "jpeg", "jpg", "gif", "webp", "bmp");
    private static final Pattern LOOKING_ELSEWHERE = Pattern.compile("<(/?)(link|meta|base)(?=[\\s/>])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PICTURE = Pattern.compile("cid:([^\"'\\s)<>]{1,250})", Pattern.CASE_INSENSITIVE);

    private static final String NOTHING = "cid:";

    private final List<Entity> files;
    private int left = MOST_OF_PICTURES;
    private int looked;

    SafePage(List<Entity> files) {
        this.files = files;
    }

    String of(Entity page) {
        var markup = LOOKING_ELSEWHERE.matcher(ShownText.markup(page, MOST_OCTETS)).replaceAll("<$1x-$2");
        return PICTURE.matcher(markup).replaceAll(this::picture);
    }

    /** A picture too many, and one that is not there, stay what they are: something that cannot be fetched. */
    private String picture(MatchResult found) {
        if (++looked > MOST_LOOKED_FOR) {
            return NOTHING;
        }
        var id = found.group(1);
        return files.stream().filter(file -> isPicture(file) && isNamed(file, id)).findFirst().flatMap(this::data)
                .orElse(NOTHING);
    }

    private Optional<String> data(Entity file) {
        var content = MailView.octets(file) > left
                ? Optional.<byte[]>empty()
                : MailView.content(file).filter(octets -> octets.length <= left);
        left -= content.map(octets -> octets.length).orElse(0);
        return content.map(octets -> "data:image/" + file.contentType().subtype() + ";base64,"
                + Base64.getEncoder().encodeToString(octets));
    }

    private static boolean isPicture(Entity file) {
        return file.contentType().type().equals("image") && PICTURES.contains(file.contentType().subtype());
    }

    private static boolean isNamed(Entity file, String id) {
        return file.header().value("Content-ID").map(value -> value.strip().replaceAll("^<|>$", ""))
                .filter(id::equals).isPresent();
    }
}
