package org.clubpost.cli.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.setting.ListSetting;
import org.clubpost.core.list.setting.ListSettings;
import org.clubpost.core.list.setting.SettingChange;

/**
 * A list as a JSON file describes it: an object with settings by their names, such as {@code "posting": "members"}, and
 * {@code "domain"}. A value is a text, a number, or an array of texts. A setting that is missing has its default.
 */
final class SettingsFile {

    private static final String DOMAIN = "domain";
    private static final String USUAL_DOMAIN = "lists.example.org";

    private final Path file;

    SettingsFile(Path file) {
        this.file = file;
    }

    /** The list of that name with those settings. */
    MailingList read(ListId id) {
        var settings = settings();
        var domain = settings.has(DOMAIN) ? settings.get(DOMAIN).asText() : USUAL_DOMAIN;
        var owner = EmailAddress.parse("owner@" + domain)
                .orElseThrow(() -> failure("\"" + DOMAIN + "\" is not a domain"));
        var list = MailingList.create(id, owner.domain(), id.value(), List.of(owner));
        for (var entry : settings.properties()) {
            if (!entry.getKey().equals(DOMAIN)) {
                list = changed(list, entry.getKey(), text(entry.getValue()));
            }
        }
        return list;
    }

    private JsonNode settings() {
        try {
            var root = new ObjectMapper().readTree(Files.readString(file));
            if (!root.isObject()) {
                throw failure("it is not a JSON object such as {\"posting\": \"members\"}");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw failure("it is not JSON (line " + e.getLocation().getLineNr() + ")");
        } catch (IOException e) {
            throw failure("it cannot be read");
        }
    }

    private MailingList changed(MailingList list, String key, String value) {
        var setting = ListSettings.named(key)
                .orElseThrow(() -> failure("there is no setting \"" + key + "\". There is: "
                        + DOMAIN + ", " + ListSettings.all().stream().map(ListSetting::key)
                                .collect(Collectors.joining(", "))));
        return switch (setting.change(list, value)) {
            case SettingChange.Changed(var changed) -> changed;
            case SettingChange.Refused(var reason) -> throw failure(reason);
        };
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "))
                : value.asText();
    }

    private CommandFailure failure(String what) {
        return new CommandFailure("The list file " + file + ": " + what + ".");
    }
}
