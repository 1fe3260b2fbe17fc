package qiyue.spark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.SerializableConfiguration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import qiyue.cli.PartOfBatch;
import qiyue.problem.Digest;
import qiyue.problem.Problem;
import qiyue.problem.Problems;

/**
 * Decides on a batch that lies on any Hadoop file system, by as many machines as the cluster gives. What is written below the
 * output under {@code what=decision}, {@code what=refused} and {@code what=problem} are the lines that {@code evaluate --format ndjson --errors} writes
 * on one machine, in the same order, to the byte.
 */
@Command(
        name = "qiyue-spark",
        mixinStandardHelpOptions = true,
        description = {
            "在 Spark 集群上给出处理意见；所写的行与单机逐字节相同",
            "decides on a cluster; the lines written are those of one machine to the byte"
        })
public final class Job implements Callable<Integer> {
    private static final int BAD_INPUT = 2;
    private static final int NO_RULES = 3;
    private static final long MB = 1L << 20;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "URI",
            description = {"文件或文件夹", "a file or a folder"})
    private String input = "";

    @Option(
            names = "--output",
            required = true,
            paramLabel = "URI",
            description = {"新文件夹", "a new folder"})
    private String output = "";

    @Option(
            names = "--rules",
            required = true,
            paramLabel = "DIR",
            description = {"规则文件夹，在提交任务的机器上", "the rules folder, on the machine that submits"})
    private Path rules = Path.of("rules");

    @Option(
            names = "--format",
            defaultValue = "ndjson",
            paramLabel = "ndjson|parquet",
            description = {"写成 ndjson（默认）或 parquet", "write ndjson (default) or parquet"})
    private String format = "ndjson";

    @Option(
            names = "--column",
            defaultValue = "",
            paramLabel = "NAME",
            description = {
                "输入是 Parquet，此列为文书的 JSON；若有 source、line 列则取为出处",
                "the input is Parquet and this column holds the inspections as JSON; columns source and line, if there, say where from"
            })
    private String column = "";

    @Option(
            names = "--stretch",
            defaultValue = "32",
            paramLabel = "MB",
            description = {"一个任务读多少 MB（默认 32）", "how many MB a task reads (32 by default)"})
    private int stretch = 32;

    /** Runs the job; the exit codes are those of {@code evaluate}. */
    public static void main(String[] args) {
        int code = new CommandLine(new Job()).execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() throws IOException {
        PartOfBatch.Packed packed;
        try {
            packed = PartOfBatch.packed(rules);
        } catch (Problems e) {
            for (Problem problem : e.all()) {
                System.err.println(problem);
            }
            return NO_RULES;
        }
        // order within a part must stay: no sorting by what a row is
        SparkSession spark = SparkSession.builder()
                .appName("qiyue")
                .config("spark.sql.maxConcurrentOutputFileWriters", "4")
                .getOrCreate();
        try (JavaSparkContext context = new JavaSparkContext(spark.sparkContext())) {
            return run(
                    spark,
                    context,
                    new Rules(
                            context.broadcast(packed.pack()),
                            context.broadcast(packed.made()),
                            Digest.of(packed.pack())));
        }
    }

    private int run(SparkSession spark, JavaSparkContext context, Rules shipped) throws IOException {
        long started = System.nanoTime();
        List<String> unread = new ArrayList<>();
        JavaRDD<Row> rows = column.isEmpty()
                ? files(context, shipped, unread)
                : spark.read().parquet(input).javaRDD().mapPartitions(of -> documents(of, column, shipped));
        Dataset<Row> answers = spark.createDataFrame(rows, Lines.COLUMNS);
        if (format.equals("parquet")) {
            answers.write().partitionBy("what").parquet(output);
        } else {
            answers.select("value", "what").write().partitionBy("what").text(output);
        }
        return counted(spark, shipped, unread, started);
    }

    private JavaRDD<Row> files(JavaSparkContext context, Rules shipped, List<String> unread) throws IOException {
        SerializableConfiguration hadoop = new SerializableConfiguration(context.hadoopConfiguration());
        List<Share> shares = Share.of(input, stretch * MB, context.hadoopConfiguration(), unread);
        List<Share> numbered = numbered(context, hadoop, shares);
        List<List<Share>> tasks = tasks(numbered);
        return context.parallelize(tasks, Math.max(1, tasks.size()))
                .mapPartitions(of -> new Lines(answers -> inTurn(of, shipped, hadoop.value(), answers)));
    }

    /** Where a file is shared out, each share is told how many lines come before it. */
    private static List<Share> numbered(
            JavaSparkContext context, SerializableConfiguration hadoop, List<Share> shares) {
        List<Share> parts = shares.stream().filter(s -> !s.whole()).toList();
        if (parts.isEmpty()) {
            return shares;
        }
        List<Integer> lines =
                context.parallelize(parts, parts.size()).map(s -> s.lines(hadoop.value())).collect();
        Map<Share, Integer> before = new LinkedHashMap<>();
        String file = "";
        int sum = 0;
        for (int i = 0; i < parts.size(); i++) {
            sum = parts.get(i).file().equals(file) ? sum : 0;
            file = parts.get(i).file();
            before.put(parts.get(i), sum);
            sum += lines.get(i);
        }
        return shares.stream()
                .map(s -> before.containsKey(s) ? s.after(before.get(s)) : s)
                .toList();
    }

    /** Small files are read by one task, one after another. */
    private List<List<Share>> tasks(List<Share> shares) {
        List<List<Share>> tasks = new ArrayList<>();
        List<Share> task = new ArrayList<>();
        long size = 0;
        for (Share share : shares) {
            long length = share.to() - share.from();
            if (!task.isEmpty() && size + length > stretch * MB) {
                tasks.add(List.copyOf(task));
                task.clear();
                size = 0;
            }
            task.add(share);
            size += length;
        }
        if (!task.isEmpty()) {
            tasks.add(List.copyOf(task));
        }
        return tasks;
    }

    private static Supplier<Boolean> inTurn(
            Iterator<List<Share>> tasks, Rules shipped, Configuration hadoop, PartOfBatch.Answers answers) {
        PartOfBatch batch = batch(shipped);
        List<Share> shares = new ArrayList<>();
        tasks.forEachRemaining(shares::addAll);
        Iterator<Share> next = shares.iterator();
        return following(() -> next.hasNext() ? open(batch, next.next(), hadoop, answers) : null);
    }

    private static Supplier<Boolean> open(
            PartOfBatch batch, Share share, Configuration hadoop, PartOfBatch.Answers answers) {
        try {
            InputStream in = share.open(hadoop);
            return share.whole()
                    ? batch.file(share.source(), in, Share.packed(share.source()), answers)
                    : batch.lines(share.source(), in, share.before(), answers);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Iterator<Row> documents(Iterator<Row> rows, String column, Rules shipped) {
        PartOfBatch batch = batch(shipped);
        return new Lines(answers -> following(() -> {
            if (!rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            List<String> names = List.of(row.schema().fieldNames());
            String source = names.contains("source") ? row.getString(row.fieldIndex("source")) : column;
            int line = names.contains("line") ? ((Number) row.get(row.fieldIndex("line"))).intValue() : 0;
            return batch.document(source, line, row.getString(row.fieldIndex(column)), answers);
        }));
    }

    /** One after another; each says whether it had a next inspection. */
    private static Supplier<Boolean> following(Supplier<Supplier<Boolean>> next) {
        List<Supplier<Boolean>> open = new ArrayList<>(Collections.singletonList(() -> false));
        return () -> {
            while (true) {
                if (open.get(0).get()) {
                    return true;
                }
                Supplier<Boolean> following = next.get();
                if (following == null) {
                    return false;
                }
                open.set(0, following);
            }
        };
    }

    private static PartOfBatch batch(Rules shipped) {
        try {
            return new PartOfBatch(shipped.open());
        } catch (IOException | Problems e) {
            throw new IllegalStateException("the rules do not open on this executor: " + e.getMessage(), e);
        }
    }

    /** What was written, counted where it lies: whatever was done twice on the way is there once. */
    private int counted(SparkSession spark, Rules shipped, List<String> unread, long started) {
        Dataset<Row> written =
                format.equals("parquet") ? spark.read().parquet(output) : spark.read().text(output);
        Dataset<Row> decisions = written.filter(functions.col("what").equalTo(Lines.DECISION));
        long decided = decisions.count();
        long refused = written.filter(functions.col("what").equalTo(Lines.REFUSED)).count();
        long again = decided
                - decisions
                        .select(functions.get_json_object(functions.col("value"), "$.inspection"))
                        .distinct()
                        .count();
        System.out.printf(
                Locale.ROOT,
                "{\"read\": %d, \"decided\": %d, \"refused\": %d, \"again\": %d, \"unread\": %d, \"rules\": \"%s\", \"seconds\": %.1f}%n",
                decided + refused,
                decided,
                refused,
                again,
                unread.size(),
                shipped.digest(),
                (System.nanoTime() - started) / 1e9);
        unread.forEach(f -> System.err.println("not read: " + f));
        return refused > 0 ? BAD_INPUT : 0;
    }
}
