package org.clubpost.local.smtp;

import java.time.Duration;

/**
 * How much of the SMTP server one client may take.
 *
 * @param connections how many there may be at the same time
 * @param perSource how many of them from one source
 * @param pause how long a client is listened to before it is greeted; one that talks then is no mail client
 * @param firstCommand how long it may take to say its first command, to the end of the line
 * @param nextCommand the same for every other command
 * @param dataSilence how long it may pause within a mail
 * @param dataGrace how long a mail may take, whatever its size
 * @param dataRate the octets in a second that count after that, from its beginning on
 * @param mistakes how many commands of a session may be wrong, once one was right
 * @param answers how many answers a session may get
 */
public record SmtpLimits(int connections, int perSource, Duration pause, Duration firstCommand, Duration nextCommand,
        Duration dataSilence, Duration dataGrace, int dataRate, int mistakes, int answers) {

    /**
     * Those of a service. RFC 5321 section 4.5.3.2 would have a server wait for five minutes; programs that send mail
     * need seconds. With 16 KB/s, the largest mail comes in within three quarters of an hour.
     */
    public static final SmtpLimits USUAL = new SmtpLimits(200, 50, Duration.ofMillis(50), Duration.ofSeconds(15),
            Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(30), 16 << 10, 4, 1000);
}
