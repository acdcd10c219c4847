package org.clubpost.local.smtp;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.local.door.Source;
import org.clubpost.mail.verdict.EnvelopeSender;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/**
 * One mail transaction (RFC 5321 section 3.3). Each list of which it names an address gets one copy, whatever number of
 * them it names, as each receipt rule of SES would store one. What is for the domain itself is a copy of its own, for one
 * address: of several, only To and Cc would tell which, and where they do not, it would be a post.
 */
final class MailReception implements MessageHandler {

    private static final System.Logger LOG = System.getLogger(MailReception.class.getName());
    private static final String ID_CHARACTERS = "0123456789abcdefghijklmnopqrstuv";
    private static final int ID_LENGTH = 40;
    private static final int PIECE = 1 << 13;

    private final MessageContext context;
    private final SmtpFront.Ports ports;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<Copy, Set<EmailAddress>> recipients = new LinkedHashMap<>();
    private String envelopeSender = "";

    /**
     * What is stored of the mail.
     *
     * @param list with whose mails
     * @param isForDomain whether it is for an address that the domain has itself
     */
    private record Copy(ListId list, boolean isForDomain) {}

    MailReception(MessageContext context, SmtpFront.Ports ports, InstantSource clock, RandomGenerator random) {
        this.context = context;
        this.ports = ports;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public void from(@Nullable String from) throws RejectException {
        if (from == null || from.isEmpty()) {
            envelopeSender = "";
            return;
        }
        envelopeSender = switch (EnvelopeSender.ofAddress(from)) {
            case EnvelopeSender.Address(var address) -> address.ascii();
            case EnvelopeSender.Odd(var path, _) -> path;
            case EnvelopeSender.Null _,EnvelopeSender.Unknown _ ->
                throw new RejectException(553, "5.1.7 The sender's address is none");
        };
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        var address = EmailAddress.parse(recipient)
                .orElseThrow(() -> new RejectException(550, "5.1.1 No such mailbox here"));
        try {
            var list = ports.list(address)
                    .orElseThrow(() -> new RejectException(550, "5.1.1 No such mailbox here"));
            var copy = new Copy(list, isForDomain(address));
            if (!copy.isForDomain() || !recipients.containsKey(copy)) {
                recipients.computeIfAbsent(copy, _ -> new LinkedHashSet<>()).add(address);
            }
        } catch (UnavailableException e) {
            throw tryAgain(e);
        }
    }

    private static boolean isForDomain(EmailAddress address) {
        return ListRole.DOMAIN.words().contains(address.localPart().toLowerCase(Locale.ROOT));
    }

    @Override
    public @Nullable String data(InputStream data) throws RejectException, IOException {
        try (var room = ports.memory().open(Source.of(client()))) {
            take(room.read(data, SmtpFront.MAX_OCTETS));
        } catch (MailMemory.TooLarge e) {
            discard(data);
            throw new RejectException(552, "5.3.4 The mail is larger than 40 MB");
        } catch (MailMemory.Full e) {
            LOG.log(WARNING, "smtp outcome=too-many-large-mails");
            discard(data);
            throw new RejectException(451, "4.3.1 Too many large mails at the same time, please try again");
        } catch (RuntimeException fault) {
            LOG.log(ERROR, "smtp outcome=fault", fault);
            throw new RejectException(451, "4.3.0 Something went wrong here, please try again");
        }
        return null;
    }

    /** Reads what is left of a mail that is not taken, as far as a mail can be long. */
    private static void discard(InputStream data) throws IOException, DropConnectionException {
        var piece = new byte[PIECE];
        var left = SmtpFront.MAX_OCTETS;
        for (var count = data.read(piece); count >= 0; count = data.read(piece)) {
            left -= count;
            if (left < 0) {
                throw new DropConnectionException(552, "5.3.4 The mail does not end");
            }
        }
    }

    private InetAddress client() {
        return ((InetSocketAddress) context.getRemoteAddress()).getAddress();
    }

    private void take(byte[] mail) throws RejectException {
        var client = client();
        var block = new SesBlock(
                new SesBlock.Submission(client, context.getHelo().orElse("unknown"), envelopeSender),
                SesBlock.Verdict.of(mail, ports.trust().includes(client)), clock.instant());
        try {
            for (var recipient : recipients.entrySet()) {
                store(recipient.getKey().list(), recipient.getValue(), block, mail);
            }
        } catch (UnavailableException e) {
            throw tryAgain(e);
        }
    }

    private void store(ListId list, Set<EmailAddress> addresses, SesBlock block, byte[] mail) {
        var began = clock.millis();
        var id = newId();
        var key = MailKey.inbound(list, id);
        ports.events().announce(key);
        try {
            ports.store().put(key, onTopOf(mail, block.text(id, addresses)));
            ports.events().stored(key);
        } catch (UnavailableException e) {
            ports.events().withdraw(key);
            throw e;
        }
        LOG.log(INFO, "smtp list={0} addresses={1} mail={2} octets={3} outcome=stored ms={4}", list, addresses.size(),
                id,
                Integer.toString(mail.length), Long.toString(clock.millis() - began));
    }

    private static MailContent onTopOf(byte[] mail, byte[] block) {
        return new MailContent() {

            @Override
            public long sizeBytes() {
                return (long) block.length + mail.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(block);
                out.write(mail);
            }
        };
    }

    private String newId() {
        var id = new StringBuilder(ID_LENGTH);
        while (id.length() < ID_LENGTH) {
            id.append(ID_CHARACTERS.charAt(random.nextInt(ID_CHARACTERS.length())));
        }
        return id.toString();
    }

    private static RejectException tryAgain(UnavailableException cause) {
        LOG.log(WARNING, "smtp outcome=unavailable", cause);
        return new RejectException(451, "4.3.0 The mail cannot be stored now, please try again");
    }

    @Override
    public void done() {}
}
