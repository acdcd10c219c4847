package org.clubpost.local.http;

import java.io.ByteArrayOutputStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Reads the body of a request whenever some of it has come, without a thread that waits. It keeps only the first octets,
 * so that a large body takes no more memory than a small one; and what is more than a form has to find {@linkplain
 * BodySpace space}. For one request.
 */
final class BodyReader implements Runnable {

    /** What becomes of the body; one of these is called once. */
    interface Then {

        /** It is there; of a longer body the first octets are. */
        void whole(byte[] body);

        /** It is longer than any body may be. */
        void tooLarge();

        /** There is no space for it now. */
        void noSpace();

        /** It broke off, or cannot be read. */
        void failed(Throwable failure);
    }

    private final Request request;
    private final int kept;
    private final long most;
    private final BodySpace space;
    private final Then then;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private long count;
    private int taken;

    /**
     * @param kept how many octets are kept
     * @param most how many octets may come
     * @param space where more than a form is kept
     */
    private BodyReader(Request request, int kept, long most, BodySpace space, Then then) {
        this.request = request;
        this.kept = kept;
        this.most = most;
        this.space = space;
        this.then = then;
    }

    static void read(Request request, int kept, long most, BodySpace space, Then then) {
        if (request.getLength() > most) {
            then.tooLarge();
            return;
        }
        var reader = new BodyReader(request, kept, most, space, then);
        Request.addCompletionListener(request, _ -> space.give(reader.taken));
        reader.run();
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
            var isKept = isKept(chunk);
            var isLast = chunk.isLast();
            chunk.release();
            if (!isKept) {
                then.noSpace();
                return;
            }
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

    /** False when it needs more space than there is. */
    private boolean isKept(Content.Chunk chunk) {
        var octets = BufferUtil.toArray(chunk.getByteBuffer());
        var more = Math.min(octets.length, kept - body.size());
        if (body.size() + more > FunctionRoute.OF_A_FORM) {
            if (!space.take(more)) {
                return false;
            }
            taken += more;
        }
        body.write(octets, 0, more);
        count += octets.length;
        return true;
    }
}
