<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ConsistencyModel</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsModel</name>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntitiesPanel</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove it; %n mention(s) stay without it</source>
        <translation>
            <numerusform>Remove it; %n mention stays without it</numerusform>
            <numerusform>Remove it; %n mentions stay without it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportWords</name>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) in zones left out.</source>
        <translation>
            <numerusform>%n annotation in zones left out.</numerusform>
            <numerusform>%n annotations in zones left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) of other labels left out.</source>
        <translation>
            <numerusform>%n annotation of another label left out.</numerusform>
            <numerusform>%n annotations of other labels left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comparison(s) of annotations.</source>
        <translation>
            <numerusform>%n comparison of annotations.</numerusform>
            <numerusform>%n comparisons of annotations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message numerus="yes">
        <source>%n problem(s) found.</source>
        <translation>
            <numerusform>%n problem found.</numerusform>
            <numerusform>%n problems found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message numerus="yes">
        <source>%n dismissed</source>
        <translation>
            <numerusform>%n dismissed</numerusform>
            <numerusform>%n dismissed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FinishPanel</name>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n thing to look at</numerusform>
            <numerusform>%n things to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupCard</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%n article(s) are in the project already: {names}{more}.</source>
        <translation>
            <numerusform>%n article is in the project already: {names}{more}.</numerusform>
            <numerusform>%n articles are in the project already: {names}{more}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s)</source>
        <translation>
            <numerusform>%n relation</numerusform>
            <numerusform>%n relations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) of machines</source>
        <translation>
            <numerusform>%n suggestion of a machine</numerusform>
            <numerusform>%n suggestions of machines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read; they are listed afterwards.</source>
        <translation>
            <numerusform>%n file cannot be read; it is listed afterwards.</numerusform>
            <numerusform>%n files cannot be read; they are listed afterwards.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) added.</source>
        <translation>
            <numerusform>%n article added.</numerusform>
            <numerusform>%n articles added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) of machines came along as suggestions.</source>
        <translation>
            <numerusform>%n annotation of a machine came along as a suggestion.</numerusform>
            <numerusform>%n annotations of machines came along as suggestions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comparison(s) came along.</source>
        <translation>
            <numerusform>%n comparison came along.</numerusform>
            <numerusform>%n comparisons came along.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comparison(s) of annotations that are not here left out.</source>
        <translation>
            <numerusform>%n comparison of annotations that are not here left out.</numerusform>
            <numerusform>%n comparisons of annotations that are not here left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were there already.</source>
        <translation>
            <numerusform>%n article was there already.</numerusform>
            <numerusform>%n articles were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) came along</source>
        <translation>
            <numerusform>%n annotation came along</numerusform>
            <numerusform>%n annotations came along</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) of this label left out, as chosen.</source>
        <translation>
            <numerusform>%n annotation of this label left out, as chosen.</numerusform>
            <numerusform>%n annotations of this label left out, as chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of this attribute left out, as chosen.</source>
        <translation>
            <numerusform>%n value of this attribute left out, as chosen.</numerusform>
            <numerusform>%n values of this attribute left out, as chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s) of this type left out, as chosen.</source>
        <translation>
            <numerusform>%n relation of this type left out, as chosen.</numerusform>
            <numerusform>%n relations of this type left out, as chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s) of this type left out, for an end of each is.</source>
        <translation>
            <numerusform>%n relation of this type left out, for an end of it is.</numerusform>
            <numerusform>%n relations of this type left out, for an end of each is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zone(s) of this kind left out, as chosen.</source>
        <translation>
            <numerusform>%n zone of this kind left out, as chosen.</numerusform>
            <numerusform>%n zones of this kind left out, as chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entity(ies) of this label left out, as chosen.</source>
        <translation>
            <numerusform>%n entity of this label left out, as chosen.</numerusform>
            <numerusform>%n entities of this label left out, as chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) that a choice does not list; they are kept.</source>
        <translation>
            <numerusform>%n value that a choice does not list; it is kept.</numerusform>
            <numerusform>%n values that a choice does not list; they are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s) of labels that it does not link; they are kept.</source>
        <translation>
            <numerusform>%n relation of labels that it does not link; it is kept.</numerusform>
            <numerusform>%n relations of labels that it does not link; they are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more of these.</source>
        <translation>
            <numerusform>%n more of these.</numerusform>
            <numerusform>%n more of these.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelSetFiles</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MappingForm</name>
    <message numerus="yes">
        <source>The %n most frequent are shown; the others go as is proposed.</source>
        <translation>
            <numerusform>The most frequent one is shown; the others go as is proposed.</numerusform>
            <numerusform>The %n most frequent are shown; the others go as is proposed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkAllFoot</name>
    <message numerus="yes">
        <source>Mark %n</source>
        <translation>
            <numerusform>Mark %n</numerusform>
            <numerusform>Mark %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkAllHead</name>
    <message numerus="yes">
        <source>{hits} in %n article(s)</source>
        <translation>
            <numerusform>{hits} in %n article</numerusform>
            <numerusform>{hits} in %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished article(s) passed over</source>
        <translation>
            <numerusform>%n finished article passed over</numerusform>
            <numerusform>%n finished articles passed over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkAllPanel</name>
    <message numerus="yes">
        <source>Marked %n</source>
        <translation>
            <numerusform>Marked %n</numerusform>
            <numerusform>Marked %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s).</source>
        <translation>
            <numerusform>in %n article.</numerusform>
            <numerusform>in %n articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MendingDialog</name>
    <message numerus="yes">
        <source>Mend %n</source>
        <translation>
            <numerusform>Mend %n</numerusform>
            <numerusform>Mend %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>These %n are one. What is it called?</source>
        <translation>
            <numerusform>This one stays. What is it called?</numerusform>
            <numerusform>These %n are one. What is it called?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} will have %n mention(s).</source>
        <translation>
            <numerusform>{name} will have %n mention.</numerusform>
            <numerusform>{name} will have %n mentions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParagraphCount</name>
    <message numerus="yes">
        <source>{where} / %n paragraph(s)</source>
        <translation>
            <numerusform>{where} / %n paragraph</numerusform>
            <numerusform>{where} / %n paragraphs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{zone} · %n paragraph(s)</source>
        <translation>
            <numerusform>{zone} · %n paragraph</numerusform>
            <numerusform>{zone} · %n paragraphs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message numerus="yes">
        <source>%n without a number</source>
        <translation>
            <numerusform>%n without a number</numerusform>
            <numerusform>%n without a number</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <source>{hits} in %n article(s)</source>
        <translation>
            <numerusform>{hits} in %n article</numerusform>
            <numerusform>{hits} in %n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionForm</name>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) today</source>
        <translation>
            <numerusform>%n annotation today</numerusform>
            <numerusform>%n annotations today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionCommands</name>
    <message numerus="yes">
        <source>%n suggestion(s) accepted.</source>
        <translation>
            <numerusform>%n suggestion accepted.</numerusform>
            <numerusform>%n suggestions accepted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionsPanel</name>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) not annotated yet</source>
        <translation>
            <numerusform>%n figure not annotated yet</numerusform>
            <numerusform>%n figures not annotated yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakingInDialog</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the files cannot be used</source>
        <translation>
            <numerusform>%n thing in the files cannot be used</numerusform>
            <numerusform>%n things in the files cannot be used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are in the project already</source>
        <translation>
            <numerusform>%n article is in the project already</numerusform>
            <numerusform>%n articles are in the project already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n figure(s)</source>
        <translation>
            <numerusform>%n figure</numerusform>
            <numerusform>%n figures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n claim</numerusform>
            <numerusform>%n claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s)</source>
        <translation>
            <numerusform>%n relation</numerusform>
            <numerusform>%n relations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entity(ies)</source>
        <translation>
            <numerusform>%n entity</numerusform>
            <numerusform>%n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comparison(s)</source>
        <translation>
            <numerusform>%n comparison</numerusform>
            <numerusform>%n comparisons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zone(s)</source>
        <translation>
            <numerusform>%n zone</numerusform>
            <numerusform>%n zones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prediction(s) of machines</source>
        <translation>
            <numerusform>%n prediction of a machine</numerusform>
            <numerusform>%n predictions of machines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s)</source>
        <translation>
            <numerusform>in %n article</numerusform>
            <numerusform>in %n articles</numerusform>
        </translation>
    </message>
</context>
</TS>
