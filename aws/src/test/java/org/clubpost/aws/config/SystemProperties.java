package org.clubpost.aws.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** System properties that are set until this is closed: credentials, region and endpoints for the SDK's usual chain. */
public final class SystemProperties implements AutoCloseable {

    private final Map<String, Optional<String>> before = new HashMap<>();

    private SystemProperties() {}

    /** Some credentials, and the region eu-central-1. */
    public static SystemProperties ofAnAccount() {
        return new SystemProperties().with("aws.accessKeyId", "any").with("aws.secretAccessKey", "any")
                .with("aws.region", "eu-central-1");
    }

    /** Sets one more. */
    public SystemProperties with(String property, String value) {
        before.putIfAbsent(property, Optional.ofNullable(System.setProperty(property, value)));
        return this;
    }

    /** All that were set, as they were before. */
    @Override
    public void close() {
        before.forEach((property, value) -> value.ifPresentOrElse(old -> System.setProperty(property, old),
                () -> System.clearProperty(property)));
        before.clear();
    }
}
