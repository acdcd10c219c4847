package org.clubpost.core.post;

final class InMemoryPostNumbersTest implements PostNumbersContract {

    private final PostNumbers numbers = new InMemoryPostNumbers();

    @Override
    public PostNumbers testee() {
        return numbers;
    }
}
