package org.clubpost.local.storage;

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.robothy.netty.initializer.HttpServerInitializer;
import com.robothy.s3.core.service.BucketService;
import com.robothy.s3.core.service.ObjectService;
import com.robothy.s3.core.service.manager.LocalS3Manager;
import com.robothy.s3.core.service.manager.vectors.LocalS3VectorsManager;
import com.robothy.s3.core.service.s3vectors.S3VectorsService;
import com.robothy.s3.rest.handler.LocalS3RouterFactory;
import com.robothy.s3.rest.service.DefaultServiceFactory;
import com.robothy.s3.rest.service.ServiceFactory;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;

/**
 * An S3 endpoint on files, on the loopback interface. It is local-s3 put together by hand, because local-s3's own start
 * listens on every interface and leaves a shutdown hook that would close it before the last delivery has ended.
 *
 * <p>local-s3 forgets to release some 40 KB of Netty's memory a request. Therefore no memory is pooled, so that the
 * garbage collector gets it back.
 */
public final class LocalBucket implements AutoCloseable {

    static {
        System.setProperty("io.netty.allocator.type", "unpooled");
        System.setProperty("io.netty.maxDirectMemory", "0");
        System.setProperty("io.netty.leakDetection.level", "disabled");
    }

    private static final int THREADS = 4;
    private static final int PATIENCE_MILLIS = 1000;
    /** The closed connections still tell the workers so, and those answer. */
    private static final int QUIET_MILLIS = 200;

    private final EventLoopGroup sockets;
    private final EventExecutorGroup workers;
    private final Channel door;

    private LocalBucket(EventLoopGroup sockets, EventExecutorGroup workers, Channel door) {
        this.sockets = sockets;
        this.workers = workers;
        this.door = door;
    }

    /**
     * Opens the endpoint on a port that is free.
     *
     * @param directory where the objects are; created when it is not there
     * @throws IOException when the directory cannot be written or no port be opened
     */
    public static LocalBucket open(Path directory) throws IOException {
        Files.createDirectories(directory);
        var sockets = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
        var workers = new DefaultEventExecutorGroup(THREADS);
        var bind = new ServerBootstrap().group(sockets).channel(NioServerSocketChannel.class)
                .childHandler(new HttpServerInitializer(workers, LocalS3RouterFactory.create(services(directory))))
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)).awaitUninterruptibly();
        if (!bind.isSuccess()) {
            throw new IOException("the bucket's door does not open", bind.cause());
        }
        return new LocalBucket(sockets, workers, bind.channel());
    }

    private static ServiceFactory services(Path directory) {
        var objects = LocalS3Manager.createFileSystemS3Manager(directory);
        var bucketService = objects.bucketService();
        var objectService = objects.objectService();
        var vectors = LocalS3VectorsManager.createInMemory().s3VectorsService();
        var xml = xml();
        var json = json();
        var services = new DefaultServiceFactory();
        services.register(BucketService.class, () -> bucketService);
        services.register(ObjectService.class, () -> objectService);
        services.register(XmlMapper.class, () -> xml);
        services.register(ObjectMapper.class, () -> json);
        services.register(S3VectorsService.class, () -> vectors);
        return services;
    }

    private static XmlMapper xml() {
        var input = new WstxInputFactory();
        input.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        input.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var xml = new XmlMapper(new XmlFactory(input, new WstxOutputFactory()));
        xml.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        xml.registerModules(new Jdk8Module(), new JavaTimeModule());
        return xml;
    }

    private static ObjectMapper json() {
        return new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                .configure(SerializationFeature.FAIL_ON_EMPTY_BEANS, false)
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
                .registerModules(new Jdk8Module(), new JavaTimeModule());
    }

    /** Where the endpoint is. */
    public URI endpoint() {
        var address = (InetSocketAddress) door.localAddress();
        return URI.create("http://127.0.0.1:" + address.getPort());
    }

    @Override
    public void close() {
        door.close().awaitUninterruptibly();
        sockets.shutdownGracefully(QUIET_MILLIS, PATIENCE_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly();
        workers.shutdownGracefully(0, PATIENCE_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }
}
