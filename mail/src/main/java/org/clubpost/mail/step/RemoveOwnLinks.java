package org.clubpost.mail.step;

import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.token.PersonalLinks;

/**
 * Takes the token out of every personal link of ours that the mail quotes or encloses, so that no answer and no
 * forwarded copy hands all members the means to end its writer's membership. A mail in which one stands where nothing
 * may be changed does not come here: a rule has sent it back.
 */
final class RemoveOwnLinks implements Step {

    @Override
    public Entity apply(Entity mail, PostContext context) {
        return new PersonalLinks(context.links()).cleaned(mail);
    }
}
