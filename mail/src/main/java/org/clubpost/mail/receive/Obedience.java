package org.clubpost.mail.receive;

import org.clubpost.core.address.EmailAddress;
import org.clubpost.mail.route.Handling.Forward.Whom;

/** What becomes of commands of those who run a list. */
interface Obedience {

    /** Carries out the commands of that mail, whose author is proven and runs the list. */
    Fate obey(ReceivedMail mail, EmailAddress author);

    /** The same for a mail that is something else as well, whose post stays as it is. */
    void besides(ReceivedMail mail, EmailAddress author);

    /** Tells the owners of commands that name one of them as their author, which nothing proves. */
    Fate doubt(ReceivedMail mail, EmailAddress named);

    /**
     * Where nothing can be carried out, the owners get the mail.
     *
     * @param forward passes it on
     */
    record PassedOn(ForwardToOwners forward) implements Obedience {

        @Override
        public Fate obey(ReceivedMail mail, EmailAddress author) {
            return forward.forward(mail, Whom.OWNERS_OF_THE_LIST);
        }

        @Override
        public void besides(ReceivedMail mail, EmailAddress author) {
            forward.tell(mail, Whom.OWNERS_OF_THE_LIST);
        }

        @Override
        public Fate doubt(ReceivedMail mail, EmailAddress named) {
            return forward.forward(mail, Whom.OWNERS_OF_THE_LIST);
        }
    }
}
