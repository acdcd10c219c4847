package org.clubpost.core.directory;

final class InMemoryMemberTextsTest implements MemberTextsContract {

    private final InMemoryMemberTexts texts = new InMemoryMemberTexts();

    @Override
    public MemberTexts testee() {
        return texts;
    }
}
