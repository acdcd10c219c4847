package org.clubpost.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.net.URI;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.clubpost.aws.Sleep;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.core.care.CancelLinks;
import org.clubpost.core.care.Control;
import org.clubpost.core.care.DeadLetters;
import org.clubpost.core.care.Supervise;
import org.clubpost.core.care.Tell;
import org.clubpost.core.delivery.Deliver;
import org.clubpost.core.delivery.DeliveryQueue;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.moderation.Secrets;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.subscription.Confirm;
import org.clubpost.core.subscription.Manage;
import org.clubpost.core.subscription.Subscribe;
import org.clubpost.core.subscription.Unsubscribe;
import org.clubpost.function.confirm.ConfirmHandler;
import org.clubpost.function.distribute.DeadLetterHandler;
import org.clubpost.function.distribute.DeliverHandler;
import org.clubpost.function.distribute.ReceiveHandler;
import org.clubpost.function.moderate.ModerateHandler;
import org.clubpost.function.moderate.SuperviseHandler;
import org.clubpost.function.moderate.SweepHandler;
import org.clubpost.function.subscribe.SubscribeHandler;
import org.clubpost.function.unsubscribe.ManageHandler;
import org.clubpost.function.unsubscribe.UnsubscribeHandler;
import org.clubpost.mail.prepare.StoredPreparedMails;
import org.clubpost.mail.receive.Preparation;
import org.clubpost.mail.receive.Reception;
import org.clubpost.notices.CommonsEmailNotices;
import org.clubpost.site.Letters;
import org.clubpost.site.ModerationPages;
import org.clubpost.site.Pages;
import org.jspecify.annotations.Nullable;

/** The Lambda functions, wired to the parts of this machine as each one's {@code Wiring} wires it to those of AWS. */
final class Functions {

    private final World world;
    private final SubscriberIds ids;
    private final PublicLinks links;
    private final Notices notices;

    /**
     * What the functions run on.
     *
     * @param table the ports on the table
     * @param mails the mails in the bucket
     * @param outbox the way out
     * @param permits how fast it may be used
     * @param queue where ranges go
     * @param pages the pages that visitors see
     * @param clock the time
     * @param random cryptographically strong
     */
    record World(DynamoTable table, MailStore mails, Outbox outbox, SendPermits permits, DeliveryQueue queue,
            Pages pages,
            InstantSource clock, RandomGenerator random) {}

    Functions(World world, InstallationSecrets secrets, URI publicUrl) {
        this.world = world;
        this.ids = new SubscriberIds(secrets.installation());
        this.links = new PublicLinks(publicUrl, new MembershipTokens(secrets.signing()));
        this.notices = new CommonsEmailNotices(world.outbox(), Letters.load(), world.clock(), world.random());
    }

    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> subscribe() {
        var table = world.table();
        return new SubscribeHandler(new Subscribe(table.lists(), table.subscribers(), table.rateLimits(), notices, ids,
                links, world.random()), world.pages(), world.clock());
    }

    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> confirm() {
        var table = world.table();
        return new ConfirmHandler(new Confirm(table.lists(), table.subscribers(), notices, links), world.pages(),
                world.clock());
    }

    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> unsubscribe() {
        var table = world.table();
        return new UnsubscribeHandler(new Unsubscribe(table.lists(), table.subscribers(), links.tokens()),
                world.pages(), world.clock());
    }

    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> manage() {
        var table = world.table();
        return new ManageHandler(new Manage(table.lists(), table.subscribers(), links.tokens()), world.pages(),
                world.clock());
    }

    RequestHandler<S3Event, @Nullable Void> receive() {
        return new ReceiveHandler(reception().receive(), world.clock());
    }

    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> moderate() {
        var control = new Control(world.table().posts(), world.table().ranges(), world.clock());
        return new ModerateHandler(reception().moderate(control), world.pages(), ModerationPages.load(), world.clock());
    }

    RequestHandler<ScheduledEvent, @Nullable Void> sweep() {
        return new SweepHandler(reception().sweep());
    }

    RequestHandler<ScheduledEvent, @Nullable Void> supervise() {
        return new SuperviseHandler(new Supervise(world.table().lists(), world.table().posts(), plan(),
                tell(people()), world.clock()));
    }

    private Reception reception() {
        var table = world.table();
        var people = people();
        return new Reception(
                new Reception.Stores(table.lists(), table.subscribers(), table.posts(), world.mails(),
                        table.seenMails()),
                new Reception.Ways(plan(), tell(people), people), new Secrets(ids, links, world.random()),
                Preparation.rewriting(links, table.sentIds(), table.postNumbers()), world.clock());
    }

    private Plan plan() {
        var table = world.table();
        return new Plan(table.lists(), table.posts(), table.ranges(), world.queue());
    }

    private Tell tell(Tell.Way people) {
        var table = world.table();
        return new Tell(table.posts(), table.ranges(), table.subscribers(), people, world.clock());
    }

    private Tell.Way people() {
        return new Tell.Way(notices, world.table().rateLimits(), new CancelLinks(ids, links));
    }

    RequestHandler<SQSEvent, SQSBatchResponse> deliver(Deliver.Settings settings) {
        var table = world.table();
        var prepared = new StoredPreparedMails(world.mails(), links);
        var ports = new Deliver.Ports(table.lists(), table.subscribers(), table.posts(), table.ranges(), prepared,
                way(),
                world.queue(), table.sentIds());
        return new DeliverHandler(new Deliver(ports, settings, world.clock()), world.clock());
    }

    RequestHandler<SQSEvent, SQSBatchResponse> deadLetters() {
        return new DeadLetterHandler(new DeadLetters(world.table().posts(), world.clock()));
    }

    private Deliver.Way way() {
        return new Deliver.Way(world.outbox(), world.permits(), Sleep.SYSTEM, world.random());
    }
}
