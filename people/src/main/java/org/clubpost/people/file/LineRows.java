package org.clubpost.people.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;

/** Lines of addresses, as Mailman writes them. A line that begins with {@code #} is a remark. */
final class LineRows implements Rows {

    private final BoundedReader in;
    private final BufferedReader lines;
    private long number;
    private boolean isOver;

    LineRows(Reader text) {
        in = new BoundedReader(text);
        lines = new BufferedReader(in);
    }

    @Override
    public Optional<Row> next() throws IOException {
        while (!isOver) {
            in.begin();
            number++;
            try {
                var line = lines.readLine();
                var text = line == null ? "" : CellText.of(line);
                isOver = line == null;
                if (!text.isEmpty() && !text.startsWith("#")) {
                    return Optional.of(new Row(number, number, List.of(text), false));
                }
            } catch (BoundedReader.TooLong tooLong) {
                isOver = true;
                return Optional.of(Row.cut(number));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
