package org.clubpost.local.http;

import java.io.ByteArrayOutputStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Reads the body of a request whenever some of it has come, without a thread that waits. It keeps only the first octets,
 * so that a large body takes no more memory than a small one. For one request.
 */
final class BodyReader implements Runnable {

    /** What becomes of the body; one of these is called once. */
    interface Then {

        /** It is there; of a longer body the first octets are. */
        void whole(byte[] body);

        /** It is longer than any body may be. */
        void tooLarge();

        /** It broke off, or cannot be read. */
        void failed(Throwable failure);
    }

    private final Request request;
    private final int kept;
    private final long most;
    private final Then then;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private long count;

    /**
     * @param kept how many octets are kept
     * @param most how many octets may come
     */
    BodyReader(Request request, int kept, long most, Then then) {
        this.request = request;
        this.kept = kept;
        this.most = most;
        this.then = then;
    }

    static void read(Request request, int kept, long most, Then then) {
        if (request.getLength() > most) {
            then.tooLarge();
        } else {
            new BodyReader(request, kept, most, then).run();
        }
    }

    @Override
    public void run() {
        while (true) {
            var chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                then.failed(chunk.getFailure());
                return;
            }
            keep(chunk);
            var isLast = chunk.isLast();
            chunk.release();
            if (count > most) {
                then.tooLarge();
                return;
            }
            if (isLast) {
                then.whole(body.toByteArray());
                return;
            }
        }
    }

    private void keep(Content.Chunk chunk) {
        var octets = BufferUtil.toArray(chunk.getByteBuffer());
        body.write(octets, 0, Math.min(octets.length, kept - body.size()));
        count += octets.length;
    }
}
