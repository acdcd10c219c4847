package org.clubpost.cli.doctor.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.clubpost.cli.aws.DnsStub;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.RecordType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DnsIT {

    private final DnsStub stub = new DnsStub();
    private final Dns dns = new Dns(stub.server());

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void textInSeveralPartsIsOneText() {
        stub.put("club.example", RecordType.TXT, "v=spf1 include:|amazonses.com ~all", "say \"hello\"", "plain");

        assertEquals(new Look.Seen<>(List.of("plain", "say \"hello\"", "v=spf1 include:amazonses.com ~all")),
                dns.look("club.example", RecordType.TXT).map(texts -> texts.stream().sorted().toList()));
    }

    @Test
    void namesComeWithoutTheDotAtTheirEnd() {
        stub.put("club.example", RecordType.MX, "10 mail.club.example").put("www.club.example", RecordType.CNAME,
                "club.example");

        assertEquals(new Look.Seen<>(List.of("10 mail.club.example")), dns.look("club.example", RecordType.MX));
        assertEquals(new Look.Seen<>(List.of("club.example")), dns.look("www.club.example", RecordType.CNAME));
    }

    @Test
    void nameThatIsNotThereAndNameWithOtherRecordsAreBothMissing() {
        stub.put("club.example", RecordType.TXT, "x");

        assertEquals(new Look.Missing<>(), dns.look("club.example", RecordType.MX));
        assertEquals(new Look.Missing<>(), dns.look("none.example", RecordType.MX));
    }

    @Test
    void serverThatRefusesIsNotTakenForAMissingRecord() {
        stub.refuse();

        assertEquals(new Look.Failed<>("the DNS does not answer for club.example"),
                dns.look("club.example", RecordType.MX));
    }
}
