package org.clubpost.cli.aws;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clubpost.cli.doctor.fact.RecordType;

/**
 * A DNS server on loopback (RFC 1035, UDP) that knows what a test puts in. A TXT record may be given in several parts,
 * divided by {@code |}.
 */
public final class DnsStub implements AutoCloseable {

    private static final Map<Integer, RecordType> TYPES = Map.of(1, RecordType.A, 5, RecordType.CNAME, 15,
            RecordType.MX, 16, RecordType.TXT);
    private static final int NO_SUCH_NAME = 3;
    private static final int REFUSED = 5;

    private final DatagramSocket socket;
    private final Map<String, Map<RecordType, List<String>>> records = new ConcurrentHashMap<>();
    private volatile boolean refuses;

    /** Starts it. */
    public DnsStub() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** Where it is, as {@code --dns} takes it. */
    public String server() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** Knows these records of that name and type, and no others. */
    public DnsStub put(String name, RecordType type, String... values) {
        records.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ConcurrentHashMap<>()).put(type,
                List.of(values));
        return this;
    }

    /** No longer knows that name. */
    public void remove(String name) {
        records.remove(name.toLowerCase(Locale.ROOT));
    }

    /** From now on refuses to answer. */
    public void refuse() {
        refuses = true;
    }

    private void serve() {
        var packet = new DatagramPacket(new byte[512], 512);
        while (!socket.isClosed()) {
            try {
                packet.setLength(512);
                socket.receive(packet);
                var answer = answer(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private byte[] answer(ByteBuffer question) {
        var id = question.getShort();
        question.position(12);
        var name = name(question);
        var type = TYPES.get((int) question.getShort());
        question.getShort();
        var asked = question.slice(12, question.position() - 12);
        var known = records.get(name);
        var found = known == null || type == null ? List.<String>of() : known.getOrDefault(type, List.of());
        var code = refuses ? REFUSED : known == null ? NO_SUCH_NAME : 0;
        var out = ByteBuffer.allocate(4096).putShort(id).putShort((short) (0x8580 | code)).putShort((short) 1)
                .putShort((short) (code == 0 ? found.size() : 0)).putInt(0).put(asked);
        if (code == 0 && type != null) {
            for (var value : found) {
                var data = data(type, value);
                out.putShort((short) 0xC00C).putShort(number(type)).putShort((short) 1).putInt(60)
                        .putShort((short) data.length).put(data);
            }
        }
        var answer = new byte[out.position()];
        out.flip().get(answer);
        return answer;
    }

    private static String name(ByteBuffer question) {
        var name = new StringBuilder();
        for (var length = question.get(); length != 0; length = question.get()) {
            var label = new byte[length];
            question.get(label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, US_ASCII).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    private static short number(RecordType type) {
        return (short) (int) TYPES.entrySet().stream().filter(each -> each.getValue() == type).findFirst()
                .orElseThrow().getKey();
    }

    private static byte[] data(RecordType type, String value) {
        var data = new ByteArrayOutputStream();
        switch (type) {
            case A -> {
                for (var part : value.split("\\.", -1)) {
                    data.write(Integer.parseInt(part));
                }
            }
            case CNAME -> data.writeBytes(encoded(value));
            case MX -> {
                var priority = Integer.parseInt(value.substring(0, value.indexOf(' ')));
                data.write(priority >> 8);
                data.write(priority);
                data.writeBytes(encoded(value.substring(value.indexOf(' ') + 1)));
            }
            case TXT -> {
                for (var part : value.split("\\|", -1)) {
                    data.write(part.length());
                    data.writeBytes(part.getBytes(US_ASCII));
                }
            }
        }
        return data.toByteArray();
    }

    private static byte[] encoded(String name) {
        var data = new ByteArrayOutputStream();
        for (var label : name.split("\\.", -1)) {
            data.write(label.length());
            data.writeBytes(label.getBytes(US_ASCII));
        }
        data.write(0);
        return data.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
