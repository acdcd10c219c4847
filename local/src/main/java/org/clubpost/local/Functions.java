package org.clubpost.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.function.Predicate;
import org.clubpost.aws.parts.FunctionParts;
import org.clubpost.aws.sqs.Letter;
import org.clubpost.core.delivery.Deliver;
import org.clubpost.core.person.OperatorDoor;
import org.clubpost.core.subscription.AnswerSignUps;
import org.clubpost.function.admin.AdminHandler;
import org.clubpost.function.confirm.ConfirmHandler;
import org.clubpost.function.distribute.DeliverHandler;
import org.clubpost.function.distribute.ReceiveHandler;
import org.clubpost.function.moderate.ModerateHandler;
import org.clubpost.function.moderate.SuperviseHandler;
import org.clubpost.function.moderate.SweepHandler;
import org.clubpost.function.subscribe.SubscribeHandler;
import org.clubpost.function.unsubscribe.ManageHandler;
import org.clubpost.function.unsubscribe.UnsubscribeHandler;
import org.clubpost.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * The Lambda functions. Each is made by its own {@code Wiring}, as in the cloud, but from the parts of this machine.
 */
final class Functions {

    private final FunctionParts parts;
    private final Site site;

    /** Makes them from those parts, in the words of that site. */
    Functions(FunctionParts parts, Site site) {
        this.parts = parts;
        this.site = site;
    }

    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> subscribe() {
        var wiring = new org.clubpost.function.subscribe.Wiring(parts);
        return new SubscribeHandler(wiring.subscribe(), site, parts.clock());
    }

    AnswerSignUps answerSignUps() {
        return new org.clubpost.function.subscribe.Wiring(parts).answerSignUps();
    }

    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> confirm() {
        var wiring = new org.clubpost.function.confirm.Wiring(parts);
        return new ConfirmHandler(wiring.acts(), site, parts.clock());
    }

    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> unsubscribe() {
        var wiring = new org.clubpost.function.unsubscribe.Wiring(parts);
        return new UnsubscribeHandler(wiring.unsubscribe(), wiring.comeBack(), wiring.sayWhy(), site, parts.clock());
    }

    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> manage() {
        var wiring = new org.clubpost.function.unsubscribe.Wiring(parts);
        return new ManageHandler(wiring.settings(), wiring.own(), site, parts.region());
    }

    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> moderate() {
        return new ModerateHandler(moderation().moderate(), moderation().applicants(), site, parts.clock());
    }

    /**
     * The rooms of those who run lists.
     *
     * @param door lets the operator in
     */
    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> admin(OperatorDoor door) {
        return new AdminHandler(new org.clubpost.function.admin.Wiring(parts, door), parts.clock());
    }

    RequestHandler<ScheduledEvent, @Nullable Void> sweep() {
        return new SweepHandler(moderation().sweep(), moderation().forgetFormer(),
                moderation().tending());
    }

    RequestHandler<ScheduledEvent, @Nullable Void> supervise() {
        return new SuperviseHandler(moderation().supervise(), moderation().words(), moderation().takeUpMails());
    }

    RequestHandler<S3Event, @Nullable Void> receive() {
        return new ReceiveHandler(distribution().receive(), parts.clock());
    }

    RequestHandler<SQSEvent, SQSBatchResponse> deliver(Deliver.Settings settings) {
        return new DeliverHandler(distribution().deliver(parts.outbox(), settings), parts.clock());
    }

    Predicate<Letter> deadLetters() {
        var desk = moderation().deadLetters();
        return letter -> desk.isDone(letter.id(), letter.body(), letter.id());
    }

    private org.clubpost.function.moderate.Wiring moderation() {
        return new org.clubpost.function.moderate.Wiring(parts);
    }

    private org.clubpost.function.distribute.Wiring distribution() {
        return new org.clubpost.function.distribute.Wiring(parts);
    }
}
