package org.clubpost.mail.step;

import java.util.List;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.mail.field.AddressField;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.field.Mailbox;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;

/**
 * Adds the fields by which mail programs and relays know a list: List-Id (RFC 2919), and the fields of RFC 2369.
 * List-Unsubscribe has the URI of the web first and a mailto beside it. It comes with List-Unsubscribe-Post if that URI
 * is https, because RFC 8058 section 3.1 asks for that; on a machine that is only seen as http://localhost it does not.
 * This also adds {@code Precedence: list}, and the field that keeps Exchange from answering. An announcement list says
 * {@code List-Post: NO}. Only a list that has an archive says where it is: in List-Archive, and in Archived-At (RFC
 * 5064) if the post has a page of its own.
 */
final class AddListFields implements Step {

    @Override
    public Entity apply(Entity mail, PostContext context) {
        MailingList list = context.list();
        String signUp = "<" + context.links().signUp(list.id()).toASCIIString() + ">,\r\n "
                + mailto(list, ListRole.JOIN);
        Header header = mail.header();
        header = header.with("List-Id", listId(list));
        header = header.with(unsubscribe());
        header = isOneClick(context)
                ? header.with("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                : header.without("List-Unsubscribe-Post");
        header = header.with("List-Post", isAnnouncement(list) ? "NO" : "<mailto:" + list.address().ascii() + ">");
        header = list.signUp().open() ? header.with("List-Subscribe", signUp) : header;
        header = header.with("List-Help", mailto(list, ListRole.HELP));
        header = header.with("List-Owner", mailto(list, ListRole.OWNER));
        header = header.with("Precedence", "list");
        header = header.with("X-Auto-Response-Suppress", "OOF, AutoReply");
        var archive = Archive.of(context);
        if (archive.ofList().isPresent()) {
            header = header.with("List-Archive", "<" + archive.ofList().get() + ">");
        }
        if (archive.ofPost(mail).isPresent()) {
            header = header.with("Archived-At", "<" + archive.ofPost(mail).get() + ">");
        }
        return mail.with(namesNobody(header) ? header.with("To", to(header, context)) : header);
    }

    private static String mailto(MailingList list, ListRole role) {
        return "<mailto:" + list.address(role).ascii() + ">";
    }

    /** SES wants a To, and filters of spam want somebody in it. */
    private static boolean namesNobody(Header header) {
        return field(header, "To").reachable().isEmpty()
                && (!header.has("To") || field(header, "Cc").reachable().isEmpty());
    }

    /** The list, before {@code undisclosed-recipients:;} and other groups without members. */
    private static String to(Header header, PostContext context) {
        return AddressField.of(context.audience()).and(field(header, "To")).written();
    }

    private static AddressField field(Header header, String name) {
        return header.value(name).map(AddressField::parse).orElse(AddressField.EMPTY);
    }

    private static boolean isAnnouncement(MailingList list) {
        PostingPolicy policy = list.posting().policy();
        return policy == PostingPolicy.OWNERS || policy == PostingPolicy.POSTERS;
    }

    private static String listId(MailingList list) {
        String name = new Mailbox(list.profile().name(), list.address()).written();
        String phrase = name.substring(0, name.lastIndexOf('<'));
        return FieldText.oneLine(phrase) + "<" + list.id().value() + "." + list.domain() + ">";
    }

    private static boolean isOneClick(PostContext context) {
        return "https".equalsIgnoreCase(context.links().base().getScheme());
    }

    private static HeaderLine unsubscribe() {
        return new HeaderLine.SlottedField("List-Unsubscribe", List.of(
                new Piece.Fixed(Octets.latin1("List-Unsubscribe: <")),
                new Piece.Slot(MemberValue.ONE_CLICK_URL, Piece.Form.HEADER_URL),
                new Piece.Fixed(Octets.latin1(">,\r\n <")),
                new Piece.Slot(MemberValue.UNSUBSCRIBE_MAILTO, Piece.Form.HEADER_URL),
                new Piece.Fixed(Octets.latin1(">\r\n"))));
    }
}
