package qiyue.rulebook;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import qiyue.fact.Calendar;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;

/**
 * The files of the working-day calendar, one a year. A day in the wrong year, or a year missing between two others, would move
 * deadlines without a word: both are errors. Beyond the last year deadlines stay open.
 */
final class CalendarFiles {
    private final RulesFolder files;
    private final List<Problem> problems;
    private final Map<Integer, String> years = new TreeMap<>();
    private static final int DAYS_OF_A_YEAR = 366;
    private static final int MONTHS = 12;

    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> work = new HashSet<>();

    CalendarFiles(RulesFolder files, List<Problem> problems) {
        this.files = files;
        this.problems = problems;
    }

    Calendar read(Path folder) {
        for (Path file : files.in(folder, ".yaml")) {
            try {
                read(files.yaml(file), files.shown(file));
            } catch (Problems e) {
                problems.addAll(e.all());
            }
        }
        gaps();
        return new Calendar(years.keySet(), off, work);
    }

    private void read(YamlNode node, String file) {
        node.only(Set.of("year", "notice", "issued", "holidays", "off", "work"));
        int year = node.get("year").count(YamlNode.LAST_YEAR);
        if (year == 0 || unfilled(node, year)) {
            return;
        }
        if (!file.endsWith("/" + year + ".yaml")) {
            node.child("year")
                    .report(
                            "calendar",
                            new Text("文件写的是 " + year + " 年，与文件名不符", "the file is of " + year + ", unlike its name"),
                            new Text("文件名写成 " + year + ".yaml，或改正 year", "name it " + year + ".yaml, or correct year"));
            return;
        }
        years.put(year, file);
        // a year without its notice, or without what the notice says, counts like one with nothing but weekends
        Stream.of("notice", "off", "work").forEach(node::get);
        YamlNode issued = node.get("issued");
        if (node.has("issued")) {
            issued.date();
        }
        int sound = problems.size();
        days(node, "off", year, off);
        days(node, "work", year, work);
        idle(node, year);
        if (node.has("holidays") && node.get("holidays").isNumber() && sound == problems.size()) {
            balance(node, year, node.get("holidays").count(DAYS_OF_A_YEAR));
        }
    }

    /** Every holiday by law is a day off work, and every other working day off is made up for on a weekend. */
    private void balance(YamlNode node, int year, int holidays) {
        long free = off.stream()
                .filter(d -> d.getYear() == year && !Calendar.isWeekend(d))
                .count();
        long made = work.stream().filter(d -> d.getYear() == year).count();
        if (free - made != holidays) {
            node.child("holidays")
                    .report(
                            "calendar",
                            new Text(
                                    "放假的工作日 " + free + " 天，减去调休上班 " + made + " 天，应为法定节假日 " + holidays + " 天：多了或漏了一天",
                                    free + " weekdays off less " + made + " weekend days worked must be the " + holidays
                                            + " holidays by law: a day is missing or one too many"),
                            new Text("对照通知逐日核对 off 和 work", "compare off and work with the notice, day by day"));
        }
    }

    /** A month in which nobody works is a slip, and would move deadlines by weeks. */
    private void idle(YamlNode node, int year) {
        Calendar stated = new Calendar(Set.of(year), off, work);
        for (int month = 1; month <= MONTHS; month++) {
            LocalDate first = LocalDate.of(year, month, 1);
            if (first.datesUntil(first.plusMonths(1)).noneMatch(stated::isWorkingDay)) {
                node.child("off")
                        .report(
                                "calendar",
                                new Text(
                                        year + " 年 " + month + " 月没有一个工作日",
                                        "there is no working day in " + year + "-" + month),
                                new Text("对照通知改正", "correct it by the notice"));
                return;
            }
        }
    }

    /** A year that a command began is none before every place of it is filled in: no deadline is counted on half of it. */
    private boolean unfilled(YamlNode node, int year) {
        List<YamlNode> open = Stream.of(
                        Stream.of("notice", "issued").filter(node::has).map(node::get),
                        node.list("off").stream(),
                        node.list("work").stream())
                .flatMap(s -> s)
                .filter(n -> n.text().contains("待填"))
                .toList();
        if (!open.isEmpty()) {
            open.get(0)
                    .report(
                            "calendar",
                            new Text(
                                    year + " 年的日历还没有填完，标着“待填”的有 " + open.size() + " 处",
                                    "the calendar of " + year + " is not filled in: " + open.size()
                                            + " places are still marked"),
                            new Text(
                                    "照国务院办公厅的通知逐日填；通知还没有公布的，先把这个文件移到 rules 之外",
                                    "fill in every day by the State Council's notice; while there is none, move the file out of the rules folder"));
        }
        return !open.isEmpty();
    }

    private void days(YamlNode node, String key, int year, Set<LocalDate> days) {
        List<YamlNode> items = node.list(key);
        if (items.size() > DAYS_OF_A_YEAR) {
            node.child(key)
                    .report(
                            "calendar",
                            new Text(
                                    key + " 有 " + items.size() + " 天，多于一年的天数",
                                    key + " has " + items.size() + " days, more than a year has"),
                            new Text("对照通知改正", "correct it by the notice"));
            return;
        }
        for (YamlNode item : items) {
            LocalDate day = item.date();
            if (!day.toString().equals(item.text())) {
                continue; // no day at all: reported
            }
            if (day.getYear() != year) {
                item.report(
                        "calendar",
                        new Text(day + " 不在 " + year + " 年", day + " is not in " + year),
                        new Text(
                                "写入 " + day.getYear() + ".yaml，或改正日期",
                                "put it into " + day.getYear() + ".yaml, or correct it"));
            } else if (off.contains(day) || work.contains(day)) {
                item.report(
                        "calendar",
                        new Text(day + " 写了两次", day + " is stated twice"),
                        new Text("只留一处：休息日写在 off，上班日写在 work", "keep one: days off under off, working days under work"));
            } else if (key.equals("work") && !Calendar.isWeekend(day)) {
                item.report(
                        "calendar",
                        new Text(
                                day + " 本来就是工作日，不是调休的周末",
                                day + " is a working day anyway, no weekend that is worked on"),
                        new Text("对照通知改正，或删去", "correct it by the notice, or remove it"));
            } else {
                days.add(day);
            }
        }
    }

    private void gaps() {
        Integer before = null;
        for (Map.Entry<Integer, String> year : years.entrySet()) {
            if (before != null && year.getKey() > before + 1) {
                problems.add(Problem.at(
                        "calendar",
                        year.getValue(),
                        "/year",
                        new Text(
                                "日历缺少 " + (before + 1) + " 年：" + before + " 年之后是 " + year.getKey() + " 年",
                                "the calendar has no " + (before + 1) + ": " + year.getKey() + " follows " + before),
                        new Text("补上 " + (before + 1) + ".yaml", "add " + (before + 1) + ".yaml")));
            }
            before = year.getKey();
        }
    }
}
