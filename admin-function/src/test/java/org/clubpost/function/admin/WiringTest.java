package org.clubpost.function.admin;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Set;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.config.WiringContract;
import org.clubpost.aws.parts.CloudParts;
import org.clubpost.core.FixedClock;
import org.clubpost.core.person.OperatorDoor;

class WiringTest implements WiringContract {

    @Override
    public Set<String> needed() {
        return Set.of("CLUBPOST_TABLE", "CLUBPOST_BUCKET", "CLUBPOST_PUBLIC_URL",
                "CLUBPOST_SECRETS");
    }

    @Override
    public List<RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> made(Environment environment) {
        return List.of(new AdminHandler(new Wiring(CloudParts.forVisitors(environment), OperatorDoor.CLOSED),
                new FixedClock()).complete());
    }
}
