package org.clubpost.bench;

import java.util.concurrent.TimeUnit;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.CompiledMail;
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

/** Parsing, all steps and compiling: what is done once for every post. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PreparingBenchmark {

    /** Which mail. */
    @Param({"plain-3K", "plain-100K", "attachment-100K"})
    public String mail = "";

    private Octets octets = Octets.EMPTY;

    /** Makes the mail. */
    @Setup
    public void make() {
        octets = Samples.mail(mail);
    }

    /** All of it. */
    @Benchmark
    public CompiledMail prepare() {
        return Samples.PREPARATION.prepare(Samples.LIST, octets);
    }
}
