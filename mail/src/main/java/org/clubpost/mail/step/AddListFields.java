package org.clubpost.mail.step;

import java.util.List;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.PostingPolicy;
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
 * List-Unsubscribe has the https URI first and a mailto beside it, and comes with List-Unsubscribe-Post (RFC 8058). It
 * also adds {@code Precedence: list}, and the field that keeps Exchange from answering. An announcement list says
 * {@code List-Post: NO}. Only a list that has an archive says where it is: in List-Archive, and in Archived-At (RFC
 * 5064) if the post has a page of its own.
 */
final class AddListFields implements Step {

    @Override
    public Entity apply(Entity mail, PostContext context) {
        MailingList list = context.list();
        String owner = "<mailto:" + list.address(ListRole.OWNER).ascii();
        String signUp = "<" + context.links().signUp(list.id()).toASCIIString() + ">";
        Header header = mail.header();
        header = header.with("List-Id", listId(list));
        header = header.with(unsubscribe());
        header = header.with("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        header = header.with("List-Post", isAnnouncement(list) ? "NO" : "<mailto:" + list.address().ascii() + ">");
        header = list.signUp().open() ? header.with("List-Subscribe", signUp) : header;
        header = header.with("List-Help", owner + "?subject=help>");
        header = header.with("List-Owner", owner + ">");
        header = header.with("Precedence", "list");
        header = header.with("X-Auto-Response-Suppress", "OOF, AutoReply");
        var archive = Archive.of(context);
        if (archive.ofList().isPresent()) {
            header = header.with("List-Archive", "<" + archive.ofList().get() + ">");
        }
        if (archive.ofPost(mail).isPresent()) {
            header = header.with("Archived-At", "<" + archive.ofPost(mail).get() + ">");
        }
        if (!header.has("To")) {
            header = header.with("To", Mailbox.written(context.audience()));
        }
        return mail.with(header);
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

    private static HeaderLine unsubscribe() {
        return new HeaderLine.SlottedField("List-Unsubscribe", List.of(
                new Piece.Fixed(Octets.latin1("List-Unsubscribe: <")),
                new Piece.Slot(MemberValue.ONE_CLICK_URL, Piece.Form.HEADER_URL),
                new Piece.Fixed(Octets.latin1(">,\r\n <")),
                new Piece.Slot(MemberValue.UNSUBSCRIBE_MAILTO, Piece.Form.HEADER_URL),
                new Piece.Fixed(Octets.latin1(">\r\n"))));
    }
}
