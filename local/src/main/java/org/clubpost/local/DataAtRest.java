package org.clubpost.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.local.storage.LocalClients;
import org.clubpost.local.storage.LocalTable;

/** The table of a data directory on which no service runs. As long as this is open, no service can start on it. */
public final class DataAtRest implements AutoCloseable {

    private static final String TABLE = "table";

    private final DataDirectory directory;
    private final LocalTable table;

    private DataAtRest(DataDirectory directory, LocalTable table) {
        this.directory = directory;
        this.table = table;
    }

    /**
     * Opens it. Empty when no service ever ran on that directory.
     *
     * @throws StartFailure when a service runs on it now
     */
    public static Optional<DataAtRest> open(Path data) throws StartFailure, IOException {
        if (!Files.isDirectory(data.resolve(TABLE))) {
            return Optional.empty();
        }
        var directory = DataDirectory.take(data);
        try {
            return Optional.of(new DataAtRest(directory, LocalTable.open(directory.resolve(TABLE))));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** The ports on the table. */
    public DynamoTable table() {
        return new DynamoTable(table.client(), LocalClients.TABLE);
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            table.close();
        }
    }
}
