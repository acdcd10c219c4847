package org.clubpost.bench;

import java.util.concurrent.TimeUnit;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.prepare.ListPreparedMail;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One member's copy as one array: what is done once for every member of a list. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RenderingBenchmark {

    /** Which mail. */
    @Param({"plain-3K", "quoted-3K", "base64-3K", "plain-100K", "attachment-100K"})
    public String mail = "";

    private ListPreparedMail prepared = Samples.prepared("plain-3K");
    private byte[] copied = new byte[0];

    /** Prepares the mail. */
    @Setup
    public void prepare() {
        prepared = Samples.prepared(mail);
        copied = prepared.copyFor(Samples.MEMBER).toByteArray();
    }

    /** The whole work: three links are signed with HMAC-SHA-256, the slots filled, the rest copied. */
    @Benchmark
    public byte[] copy() {
        return prepared.copyFor(Samples.MEMBER).toByteArray();
    }

    /** The same without the signing: the member's values are there already. */
    @Benchmark
    public byte[] fillAndCopy() {
        return prepared.mail().render(RenderingBenchmark::value).toByteArray();
    }

    /** For comparison, what the machine needs to copy the finished copy as one array. */
    @Benchmark
    public byte[] cloneOnly() {
        return copied.clone();
    }

    private static String value(MemberValue value) {
        return switch (value) {
            case MEMBER_NAME -> "";
            case MEMBER_EMAIL -> "anna@example.com";
            case UNSUBSCRIBE_MAILTO ->
                "mailto:news-leave@lists.example.org?subject=leave%20AQECAwQFBgcICQoLDA0ODxAREhMUFRYX";
            case UNSUBSCRIBE_URL, MANAGE_URL, ONE_CLICK_URL ->
                "https://lists.example.org/unsubscribe?token=AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIj";
        };
    }
}
