package org.clubpost.function.confirm;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Set;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.config.WiringContract;
import org.clubpost.aws.parts.CloudParts;
import org.clubpost.core.FixedClock;
import org.clubpost.site.Site;

class WiringTest implements WiringContract {

    @Override
    public Set<String> needed() {
        return Set.of("CLUBPOST_TABLE", "CLUBPOST_PUBLIC_URL", "CLUBPOST_SECRETS");
    }

    @Override
    public List<RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> made(Environment environment) {
        var wiring = new Wiring(CloudParts.forVisitors(environment));
        return List.of(new ConfirmHandler(wiring.acts(), Site.load(), new FixedClock()));
    }
}
