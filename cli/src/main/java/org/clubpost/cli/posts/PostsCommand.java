package org.clubpost.cli.posts;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.act.Actor;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.SteerPosts;
import org.clubpost.core.care.Control;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.local.posts.PostWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The posts to a list. */
@Command(
        name = "posts",
        mixinStandardHelpOptions = true,
        description = "Show posts and what became of them; stop them and let them go on.",
        subcommands = {
                LsPosts.class, ShowPost.class, HeldPosts.class, SendPost.class, RefusePost.class, DropPost.class,
                WritePost.class, ReceivePosts.class})
public final class PostsCommand implements Runnable {

    /** How long to wait between two looks at a post. */
    private static final int LOOK_MILLIS = 500;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "Say what to do: ls, show, held, send, refuse, drop, write, watch, pause, resume, cancel, retry or receive.");
    }

    @Command(
            name = "watch",
            mixinStandardHelpOptions = true,
            description = "Show how far a post has come, until it is settled. Ctrl-C ends only the watching.")
    int watch(@Parameters(paramLabel = "POST", description = "The post's id.") String id,
            @Mixin InstallationOption installation) throws InterruptedException {
        try (var open = installation.open()) {
            var post = PostId.parse(id)
                    .orElseThrow(() -> new CommandFailure("There is no post \"" + id + "\"."));
            new Watch(open.posts(), open.ranges(), spec.commandLine().getOut(), somebodyLooks(), InstantSource.system())
                    .follow(post, () -> TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS));
            return 0;
        }
    }

    /**
     * When nobody sits there, there is either no console, or a console that is not a terminal. Which of the two depends
     * on the JDK and on the property {@code jdk.console}.
     */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean somebodyLooks() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    @Command(
            name = "pause",
            mixinStandardHelpOptions = true,
            description = "Stop a post that is going out, until: posts resume")
    int pause(@Parameters(paramLabel = "POST", description = "The post's id.") String id,
            @Mixin InstallationOption installation) {
        return change(id, installation, SteerPosts::pause,
                "It stops within a second or two. To let it go on: posts resume",
                "Only a post that is going out can be paused.");
    }

    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description = "Let a post go on now that is paused, parked or waiting for its time.")
    int resume(@Parameters(paramLabel = "POST", description = "The post's id.") String id,
            @Mixin InstallationOption installation) {
        return change(id, installation, SteerPosts::resume, "It goes on in a moment.",
                "Only a post that is paused, parked or waiting can be resumed.");
    }

    @Command(
            name = "cancel",
            mixinStandardHelpOptions = true,
            description = "Stop a post for good. Members who have it keep it.")
    int cancel(@Parameters(paramLabel = "POST", description = "The post's id.") String id,
            @Mixin InstallationOption installation) {
        return change(id, installation, SteerPosts::cancel,
                "It is cancelled. Copies that are on their way at this moment still arrive.",
                "Only a post that waits or is going out can be cancelled.");
    }

    @Command(
            name = "retry",
            mixinStandardHelpOptions = true,
            description = "Send a post that is done to exactly those who did not get it.")
    int retry(@Parameters(paramLabel = "POST", description = "The post's id.") String id,
            @Mixin InstallationOption installation) {
        return change(id, installation, SteerPosts::retry, "It is tried again for those who did not get it.",
                "Only a post that is done, and that somebody did not get, can be tried again.");
    }

    /** One of the things that can be done to a post. */
    private interface Wish {

        Answer<Control.Outcome> on(SteerPosts posts, Actor actor, PostId post);
    }

    private int change(String id, InstallationOption installation, Wish wish, String done,
            String senseless) {
        try (var open = installation.open()) {
            var outcome = PostId.parse(id)
                    .map(post -> Door.done(wish.on(new Door(open).posts(), Door.OPERATOR, post)))
                    .orElseGet(Control.Outcome.Unknown::new);
            switch (outcome) {
                case Control.Outcome.Changed _ -> spec.commandLine().getOut()
                        .println(open.isRunning()
                                ? done
                                : "Noted. No service runs here now; it takes effect when one is started.");
                case Control.Outcome.Senseless(var post) when post.state() instanceof PostState.Parked parked
                        && parked.isWithList() ->
                    throw new CommandFailure(
                            "This post waits, because the mail of its whole list is stopped. To let it "
                                    + "go on: ./clubpost list release " + post.list());
                case Control.Outcome.Senseless(var post) ->
                    throw new CommandFailure("This post is " + PostWords.state(post.state()) + ". " + senseless);
                case Control.Outcome.Unknown _ -> throw new CommandFailure("There is no post \"" + id + "\".");
            }
            return 0;
        }
    }
}
