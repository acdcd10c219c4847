package org.clubpost.aws.ses;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Notes that a request has been handed to the HTTP client. Whatever fails before that, such as finding credentials, has
 * sent nothing.
 */
final class HandOver implements ExecutionInterceptor {

    static final ExecutionAttribute<AtomicBoolean> DONE = new ExecutionAttribute<>("org.clubpost.handedOver");

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        Optional.ofNullable(attributes.getAttribute(DONE)).ifPresent(done -> done.set(true));
    }
}
