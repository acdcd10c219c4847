package org.clubpost.stack.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clubpost.function.setup.ReceivingStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What CloudFormation asks for, answered by the artifact. */
class SetupOnLambdaIT {

    private final List<JsonNode> answers = new CopyOnWriteArrayList<>();
    private final ReceivingStub receiving = new ReceivingStub();
    @TempDir
    private Path folder = Path.of("");
    private Cloud cloud;
    private HttpServer cloudFormation;

    @BeforeEach
    void open() throws IOException {
        cloud = new Cloud();
        cloudFormation = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cloudFormation.createContext("/", exchange -> {
            answers.add(new ObjectMapper().readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        cloudFormation.start();
    }

    @AfterEach
    void close() {
        cloudFormation.stop(0);
        receiving.close();
        cloud.close();
    }

    private String event(String act, String type, String id, String property, String value) {
        return Events.customResource(act, type, "http://127.0.0.1:" + cloudFormation.getAddress().getPort() + "/a?b=c",
                id, property, value);
    }

    private List<String> statuses() {
        return answers.stream().map(answer -> answer.path("Status").asText()).toList();
    }

    @Test
    void everyResourceIsMadeTwiceAndRemovedAndAnUnknownOneRefused() {
        cloud.sesAt(receiving.endpoint());
        try (var setup = RunningFunction.start("SetupFunction", folder, cloud)) {
            for (var time = 0; time < 2; time++) {
                setup.answer(event("Create", "Custom::Secrets", "", "Parameter", "/clubpost/new/secrets"));
                setup.answer(event("Create", "Custom::Site", "", "Bucket", cloud.bucket()));
                setup.answer(event("Create", "Custom::ActiveRuleSet", "", "OwnName", "clubpost"));
            }
            var pages = cloud.keys("site/");
            setup.answer(event("Delete", "Custom::Site", cloud.bucket(), "Bucket", cloud.bucket()));
            setup.answer(event("Create", "Custom::Unheard", "", "Bucket", "clubpost"));

            assertEquals(List.of("SUCCESS", "SUCCESS", "SUCCESS", "SUCCESS", "SUCCESS", "SUCCESS", "SUCCESS", "FAILED"),
                    statuses(), () -> answers + "\n" + String.join("\n", setup.log()));
            assertTrue(cloud.parameter("/clubpost/new/secrets").isPresent());
            assertEquals("clubpost", receiving.active().orElseThrow());
            assertTrue(pages.size() > 2, pages.toString());
            assertEquals(List.of(), cloud.keys("site/"));
        }
    }
}
