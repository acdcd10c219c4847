package org.clubpost.mail.receive;

import java.util.Optional;
import java.util.function.Function;
import org.clubpost.core.act.Deed;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.HeldMails;
import org.clubpost.core.moderation.ReadPost;
import org.clubpost.core.moderation.Release;
import org.clubpost.core.post.Post;
import org.clubpost.core.store.MailStore;
import org.clubpost.mail.rule.Judge;
import org.clubpost.mail.rule.Surroundings;
import org.clubpost.mail.token.PersonalLinks;
import org.clubpost.mail.verdict.Sender;

/**
 * The mails in the store, read in the same way as when they came in.
 *
 * @param mails the store
 * @param receive takes a mail up again
 * @param surroundings what the rules have to know
 * @param carryOut carries out what is then decided
 * @param claimed the same, where that is somebody's deed
 */
record StoredHeldMails(MailStore mails, Receive receive, Surroundings surroundings, CarryOut carryOut,
        Function<Deed, CarryOut> claimed) implements HeldMails {

    @Override
    public HeldMails by(Deed deed) {
        return new StoredHeldMails(mails, receive, surroundings, claimed.apply(deed), claimed);
    }

    @Override
    public Optional<HeldMail> read(MailingList list, Post post) {
        return mails.find(post.mail()).map(stored -> new Read(
                ReceivedMail.read(list, post, stored, new PersonalLinks(surroundings.links()), receive.lists()),
                surroundings,
                carryOut));
    }

    @Override
    public void takeUp(Post post) {
        receive.takeUp(post.id());
    }

    private record Read(ReceivedMail mail, Surroundings surroundings, CarryOut carryOut) implements HeldMail {

        @Override
        public ReadPost post() {
            return mail.read();
        }

        @Override
        public Optional<EmailAddress> provenAuthor() {
            return mail.provenAuthor();
        }

        @Override
        public Release release() {
            return Judge.ofReleased(surroundings).objection(mail.incoming()).flatMap(against -> against.verdict().why())
                    .<Release>map(Release.Impossible::new).orElseGet(() -> switch (carryOut.relay().now(mail)) {
                        case Relay.Outcome.Begun(var fate) -> released(fate);
                        case Relay.Outcome.TooLarge(_, var reason) -> new Release.Impossible(reason);
                    });
        }

        /**
         * The button proves what the receiving side could not prove. The mail is judged again, now with a proven
         * author.
         */
        @Override
        public Release confirm() {
            if (!(mail.incoming().sender() instanceof Sender.Claimed(var author))) {
                return new Release.Settled();
            }
            carryOut.ask().answered(mail.read(), author);
            var confirmed = new ReceivedMail(mail.incoming().provenFrom(author), mail.post(), mail.links());
            return released(
                    carryOut.carryOut(Judge.ofPosts(surroundings).judge(confirmed.incoming()).verdict(), confirmed));
        }

        private static Release released(Fate fate) {
            return switch (fate) {
                case Fate.Relayed _ -> new Release.Sent();
                case Fate.Waiting(var until) -> new Release.Scheduled(until);
                case Fate.Held(var reason) -> new Release.Held(reason);
                case Fate.Rejected(var reason) -> new Release.Impossible(reason);
                case Fate.Discarded(var reason) -> new Release.Impossible(reason);
                case Fate.Forwarded _ -> new Release.Settled();
                case Fate.Left _ -> new Release.Settled();
                case Fate.Obeyed _ -> new Release.Settled();
                case Fate.Served _ -> new Release.Settled();
                case Fate.Resumed _ -> new Release.Settled();
                case Fate.SetAside _ -> new Release.Settled();
                case Fate.Settled _ -> new Release.Settled();
            };
        }
    }
}
