package org.clubpost.stack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a stack has of the things for which AWS charges by the month, or each time that they run by themselves, counted
 * from its template.
 *
 * @param stack the template and what was chosen
 */
record Counted(Choice stack) {

    private static final String DOLLAR = "$";
    private static final double HOURS_A_MONTH = 24 * 365.0 / 12;

    /** A function that a schedule calls. */
    record Scheduled(Template.Resource function, double runsAMonth) {}

    /**
     * The metrics that alarms read, each alarm's for itself. AWS bills an alarm for each metric that it reads, and not
     * for its expressions (Amazon CloudWatch pricing, "Alarms").
     */
    long alarmMetrics() {
        return stack.resources("AWS::CloudWatch::Alarm").mapToLong(alarm -> alarm.find("Metrics")
                .map(metrics -> Template.listOf(metrics).stream()
                        .filter(metric -> Template.map(metric).containsKey("MetricStat")).count())
                .orElse(1L)).sum();
    }

    /** The alarms that combine others. */
    long compositeAlarms() {
        return stack.resources("AWS::CloudWatch::CompositeAlarm").count();
    }

    /**
     * The metrics of ours that alarms read: AWS does not measure them by itself. A filter without a default value reports
     * nothing while nothing happens, and an hour without a report is not billed (Amazon CloudWatch pricing, "Metrics").
     */
    long ownMetrics() {
        var filters = stack.resources("AWS::Logs::MetricFilter").map(Template.Resource::body).map(String::valueOf)
                .toList();
        return stack.resources("AWS::CloudWatch::Alarm")
                .filter(alarm -> !String.valueOf(alarm.body()).contains("AWS/"))
                .filter(alarm -> filters.stream().noneMatch(filter -> filter.contains(
                        "MetricName=" + alarm.string("MetricName"))))
                .count()
                + filters.stream().filter(filter -> filter.contains("DefaultValue")).count();
    }

    /** The dashboards. */
    long dashboards() {
        return stack.resources("AWS::CloudWatch::Dashboard").count();
    }

    /** The queues that Lambda polls all the time. */
    long polledQueues() {
        return events("SQS").count() + stack.resources("AWS::Lambda::EventSourceMapping").count();
    }

    /** The functions that a schedule calls. */
    List<Scheduled> schedules() {
        return stack.functions().flatMap(function -> eventsOf(function, "Schedule").map(
                event -> new Scheduled(function, runsAMonth(String.valueOf(event.get("Schedule")))))).toList();
    }

    /** How often a month a function that a schedule calls asks a queue for messages. */
    double looks() {
        return schedules().stream().mapToDouble(each -> each.runsAMonth() * queuesReadBy(each.function())).sum();
    }

    private long queuesReadBy(Template.Resource function) {
        var role = function.string("Role").replace(DOLLAR + "{", "").replace(".Arn}", "");
        return Statement.of(stack.template().resource(role)).stream()
                .filter(statement -> statement.actions().contains("sqs:ReceiveMessage"))
                .flatMap(statement -> statement.resources().stream()).distinct().count();
    }

    /** The functions. */
    long functions() {
        return stack.functions().count();
    }

    /** The gigabytes of memory of all functions together. */
    double memory() {
        return stack.functions().mapToDouble(Counted::gigabytes).sum();
    }

    /** The gigabytes of memory of a function. */
    static double gigabytes(Template.Resource function) {
        return function.number("MemorySize") / 1024.0;
    }

    /** Which events of mails SES reports. */
    Set<String> reports() {
        return stack.resources("AWS::SES::ConfigurationSetEventDestination")
                .flatMap(each -> each.list("EventDestination", "MatchingEventTypes").stream()).map(String::valueOf)
                .collect(Collectors.toSet());
    }

    private Stream<Map<String, Object>> events(String type) {
        return stack.functions().flatMap(function -> eventsOf(function, type));
    }

    private static Stream<Map<String, Object>> eventsOf(Template.Resource function, String type) {
        return Template.map(function.find("Events").orElse(Map.of())).values().stream().map(Template::map)
                .filter(event -> type.equals(event.get("Type"))).map(event -> Template.map(event.get("Properties")));
    }

    /** Of a rate (Amazon EventBridge User Guide, "Rate expressions"). */
    private static double runsAMonth(String rate) {
        var words = rate.replaceAll("^rate\\((\\d+) (minute|hour|day)s?\\)$", "$1 $2").split(" ", -1);
        var hours = switch (words[1]) {
            case "minute" -> 1.0 / 60;
            case "hour" -> 1.0;
            case "day" -> 24.0;
            default -> throw new AssertionError("a schedule of " + rate);
        };
        return HOURS_A_MONTH / (Integer.parseInt(words[0]) * hours);
    }
}
