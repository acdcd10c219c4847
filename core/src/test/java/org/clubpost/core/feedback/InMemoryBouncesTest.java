package org.clubpost.core.feedback;

class InMemoryBouncesTest implements BouncesContract {

    private final Bounces bounces = new InMemoryBounces();

    @Override
    public Bounces testee() {
        return bounces;
    }
}
