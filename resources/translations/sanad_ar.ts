<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Sanad</source>
        <translation>عن سند</translation>
    </message>
    <message>
        <source>Sanad {version}</source>
        <translation>سند {version}</translation>
    </message>
    <message>
        <source>Annotate right-to-left articles by hand and export gold data whose every offset is right.</source>
        <translation>وسمُ المقالات المكتوبة من اليمين إلى اليسار يدويًّا، وتصديرُ بيانات ذهبية كلُّ موضع فيها صحيح.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. The typeface is Noto Naskh Arabic (OFL).</source>
        <translation>برنامج حرّ برخصة MIT. والخط هو Noto Naskh Arabic ‏(OFL).</translation>
    </message>
    <message>
        <source>Log: {path}</source>
        <translation>السجلّ: {path}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>وسم</translation>
    </message>
    <message>
        <source>View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>Paint with a label</source>
        <translation>الوسم بالفرشاة</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>الحدود</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>مناطق</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>جرّب العيّنة</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>مشروع جديد…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>فتح مشروع…</translation>
    </message>
    <message>
        <source>Open recent…</source>
        <translation>فتح مشروع حديث…</translation>
    </message>
    <message>
        <source>Open a backup…</source>
        <translation>فتح نسخة احتياطية…</translation>
    </message>
    <message>
        <source>Add articles or annotations…</source>
        <translation>إضافة مقالات أو وسوم…</translation>
    </message>
    <message>
        <source>Add a folder of articles or annotations…</source>
        <translation>إضافة مجلّد مقالات أو وسوم…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Print the article…</source>
        <translation>طباعة المقالة…</translation>
    </message>
    <message>
        <source>Save the article as PDF…</source>
        <translation>حفظ المقالة بصيغة PDF…</translation>
    </message>
    <message>
        <source>Check the project</source>
        <translation>فحص المشروع</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>الإعدادات…</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>إغلاق المشروع</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Copy the quote</source>
        <translation>نسخ الاقتباس</translation>
    </message>
    <message>
        <source>Filter articles</source>
        <translation>تصفية المقالات</translation>
    </message>
    <message>
        <source>Delete the annotation</source>
        <translation>حذف الوسم</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>كتابة ملاحظة</translation>
    </message>
    <message>
        <source>Next annotation</source>
        <translation>الوسم التالي</translation>
    </message>
    <message>
        <source>Previous annotation</source>
        <translation>الوسم السابق</translation>
    </message>
    <message>
        <source>Next annotation on this spot</source>
        <translation>الوسم التالي في هذا الموضع</translation>
    </message>
    <message>
        <source>With or without و ف ب ل ك</source>
        <translation>مع و ف ب ل ك أو بدونها</translation>
    </message>
    <message>
        <source>The last label again</source>
        <translation>آخر صنف مرة أخرى</translation>
    </message>
    <message>
        <source>Stop painting</source>
        <translation>ترك الفرشاة</translation>
    </message>
    <message>
        <source>Left edge out by a letter</source>
        <translation>توسيع الحدّ الأيسر حرفًا</translation>
    </message>
    <message>
        <source>Left edge in by a letter</source>
        <translation>تضييق الحدّ الأيسر حرفًا</translation>
    </message>
    <message>
        <source>Right edge out by a letter</source>
        <translation>توسيع الحدّ الأيمن حرفًا</translation>
    </message>
    <message>
        <source>Right edge in by a letter</source>
        <translation>تضييق الحدّ الأيمن حرفًا</translation>
    </message>
    <message>
        <source>Left edge out by a word</source>
        <translation>توسيع الحدّ الأيسر كلمة</translation>
    </message>
    <message>
        <source>Left edge in by a word</source>
        <translation>تضييق الحدّ الأيسر كلمة</translation>
    </message>
    <message>
        <source>Right edge out by a word</source>
        <translation>توسيع الحدّ الأيمن كلمة</translation>
    </message>
    <message>
        <source>Right edge in by a word</source>
        <translation>تضييق الحدّ الأيمن كلمة</translation>
    </message>
    <message>
        <source>End one letter to the left</source>
        <translation>النهاية حرفًا إلى اليسار</translation>
    </message>
    <message>
        <source>End one letter to the right</source>
        <translation>النهاية حرفًا إلى اليمين</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>المقالة التالية</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>المقالة السابقة</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>تكبير النص</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>تصغير النص</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>حجم النص المعتاد</translation>
    </message>
    <message>
        <source>Invisible characters</source>
        <translation>المحارف الخفية</translation>
    </message>
    <message>
        <source>Articles panel</source>
        <translation>لوح المقالات</translation>
    </message>
    <message>
        <source>Inspector panel</source>
        <translation>لوح التفاصيل</translation>
    </message>
    <message>
        <source>Annotations panel</source>
        <translation>لوح الوسوم</translation>
    </message>
    <message>
        <source>History panel</source>
        <translation>لوح السجلّ</translation>
    </message>
    <message>
        <source>Go to the next pane</source>
        <translation>الانتقال إلى اللوح التالي</translation>
    </message>
    <message>
        <source>Go to the previous pane</source>
        <translation>الانتقال إلى اللوح السابق</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>ألوان داكنة</translation>
    </message>
    <message>
        <source>Arabic window</source>
        <translation>نافذة عربية</translation>
    </message>
    <message>
        <source>English window</source>
        <translation>نافذة إنجليزية</translation>
    </message>
    <message>
        <source>Mark done and go to the next</source>
        <translation>إنجاز المقالة والانتقال إلى التالية</translation>
    </message>
    <message>
        <source>Look for problems</source>
        <translation>البحث عن مشكلات</translation>
    </message>
    <message>
        <source>Consistency of all articles</source>
        <translation>اتّساق كل المقالات</translation>
    </message>
    <message>
        <source>Take the article up again</source>
        <translation>استئناف العمل في المقالة</translation>
    </message>
    <message>
        <source>Read this article left to right</source>
        <translation>قراءة هذه المقالة من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>Change the reviewer…</source>
        <translation>تغيير المراجِع…</translation>
    </message>
    <message>
        <source>Find an action…</source>
        <translation>البحث عن أمر…</translation>
    </message>
    <message>
        <source>Keys at a glance</source>
        <translation>المفاتيح في لمحة</translation>
    </message>
    <message>
        <source>How Sanad finds and proposes</source>
        <translation>كيف يبحث سند ويقترح</translation>
    </message>
    <message>
        <source>About Sanad</source>
        <translation>عن سند</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>كتابة تعليق</translation>
    </message>
    <message>
        <source>Comments panel</source>
        <translation>لوح التعليقات</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>بحث في المقالة</translation>
    </message>
    <message>
        <source>Find the next</source>
        <translation>البحث عن التالي</translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation>البحث عن السابق</translation>
    </message>
    <message>
        <source>Label set…</source>
        <translation>مجموعة الأصناف…</translation>
    </message>
    <message>
        <source>Fill in the annotation</source>
        <translation>ملء خصائص الوسم</translation>
    </message>
    <message>
        <source>Say who said it, or link it…</source>
        <translation>تحديد القائل أو الربط…</translation>
    </message>
    <message>
        <source>Choose the entity…</source>
        <translation>اختيار الكيان…</translation>
    </message>
    <message>
        <source>Entities panel</source>
        <translation>لوح الكيانات</translation>
    </message>
    <message>
        <source>Select an annotation first: click it, or go to it with Tab.</source>
        <translation>اختر وسمًا أولًا: انقره، أو انتقل إليه بـTab.</translation>
    </message>
    <message>
        <source>Select words or an annotation first.</source>
        <translation>حدّد كلمات أو اختر وسمًا أولًا.</translation>
    </message>
    <message>
        <source>This article has no annotations yet.</source>
        <translation>لا وسوم في هذه المقالة بعد.</translation>
    </message>
    <message>
        <source>Annotations with this label do not name an entity.</source>
        <translation>الوسوم من هذا الصنف لا تذكر كيانًا.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>لا شيء للتراجع عنه.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>لا شيء لإعادته.</translation>
    </message>
    <message>
        <source>No suggestions are shown here; F4 shows them.</source>
        <translation>لا اقتراحات ظاهرة هنا؛ يُظهرها F4.</translation>
    </message>
    <message>
        <source>This project is open read-only.</source>
        <translation>هذا المشروع مفتوح للقراءة فقط.</translation>
    </message>
    <message>
        <source>Board: figures and claims across articles</source>
        <translation>لوحة المقارنة: الأرقام والادّعاءات في كل المقالات</translation>
    </message>
    <message>
        <source>Mark all like this…</source>
        <translation>وسم كل ما يشبه هذا…</translation>
    </message>
    <message>
        <source>Mark-all panel</source>
        <translation>لوح الوسم الجماعي</translation>
    </message>
    <message>
        <source>Search all articles</source>
        <translation>البحث في كل المقالات</translation>
    </message>
    <message>
        <source>Search panel</source>
        <translation>لوح البحث</translation>
    </message>
    <message>
        <source>Accept what is proposed</source>
        <translation>قبول المقترَح</translation>
    </message>
    <message>
        <source>Reject the suggestion</source>
        <translation>رفض الاقتراح</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>الاقتراحات</translation>
    </message>
    <message>
        <source>Accept all suggestions shown</source>
        <translation>قبول كل الاقتراحات الظاهرة</translation>
    </message>
</context>
<context>
    <name>AnnotateCommands</name>
    <message>
        <source>There is no word here. Put the caret on one, or select some.</source>
        <translation>لا كلمة هنا. ضع المؤشّر على كلمة، أو حدّد كلمات.</translation>
    </message>
    <message>
        <source>No label has been given yet.</source>
        <translation>لم يُستعمل صنف بعد.</translation>
    </message>
    <message>
        <source>The first word has no و ف ب ل ك to leave out.</source>
        <translation>ليس في أول الكلمة الأولى و أو ف أو ب أو ل أو ك فيُترك.</translation>
    </message>
    <message>
        <source>There is no annotation on this spot.</source>
        <translation>لا وسم في هذا الموضع.</translation>
    </message>
    <message>
        <source>This is the only annotation on this spot.</source>
        <translation>ليس في هذا الموضع وسم غير هذا.</translation>
    </message>
</context>
<context>
    <name>AnnotationsPanel</name>
    <message>
        <source>Order of annotations</source>
        <translation>ترتيب الوسوم</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>حسب الموضع</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>حسب الصنف</translation>
    </message>
    <message>
        <source>Nothing is annotated here yet.</source>
        <translation>لا وسوم هنا بعد.</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>{count} in zones</source>
        <translation>{count} في مناطق</translation>
    </message>
</context>
<context>
    <name>ArticlePane</name>
    <message>
        <source>Choose an article from the list.
Drop text files or a folder on the window to add articles.</source>
        <translation>اختر مقالة من القائمة.
ولإضافة مقالات أفلِت ملفات نصية أو مجلّدًا على النافذة.</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation>المقالة</translation>
    </message>
    <message>
        <source>The text to annotate. Arrows move by word, Shift extends, Space grows the selection.</source>
        <translation>النص المراد وسمه. تنقل الأسهمُ كلمةً كلمة، ويمدّ Shift التحديد، وتوسّعه المسافة.</translation>
    </message>
</context>
<context>
    <name>AttributesPage</name>
    <message>
        <source>Attributes</source>
        <translation>الخصائص</translation>
    </message>
    <message>
        <source>One of several</source>
        <translation>خيار من عدّة</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاريخ</translation>
    </message>
    <message>
        <source>Name in gold data</source>
        <translation>الاسم في البيانات الذهبية</translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation>العنوان بالإنجليزية</translation>
    </message>
    <message>
        <source>Title in Arabic</source>
        <translation>العنوان بالعربية</translation>
    </message>
    <message>
        <source>An attribute keeps its type; for another, add another attribute.</source>
        <translation>نوع الخاصية لا يتغيّر؛ فإن أردت نوعًا آخر فأضف خاصية أخرى.</translation>
    </message>
    <message>
        <source>Required: without it a finding is told</source>
        <translation>لازمة: ينبّه الفحص إلى نقصها</translation>
    </message>
    <message>
        <source>Add ▾</source>
        <translation>إضافة ▾</translation>
    </message>
    <message>
        <source>Add an attribute</source>
        <translation>إضافة خاصية</translation>
    </message>
    <message>
        <source>Up (Alt+↑)</source>
        <translation>إلى أعلى (Alt+↑)</translation>
    </message>
    <message>
        <source>Down (Alt+↓)</source>
        <translation>إلى أسفل (Alt+↓)</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>Delete the attribute</source>
        <translation>حذف الخاصية</translation>
    </message>
    <message>
        <source>Its name in gold data</source>
        <translation>الاسم في البيانات الذهبية</translation>
    </message>
    <message>
        <source>Delete {attribute}? Its value is taken from:</source>
        <translation>حذف {attribute}؟ ستُنزع قيمتها من:</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Call {attribute} {name} in gold data?</source>
        <translation>تسمية {attribute} باسم {name} في البيانات الذهبية؟</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة التسمية</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>No backups yet</source>
        <translation>لا نسخ احتياطية بعد</translation>
    </message>
    <message>
        <source>Open a copy of the backup</source>
        <translation>فتح نسخة عن النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>Sanad projects (*.sanad)</source>
        <translation>مشاريع سند (*.sanad)</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Put this message away</source>
        <translation>إخفاء هذه الرسالة</translation>
    </message>
</context>
<context>
    <name>BoardWindow</name>
    <message>
        <source>Board</source>
        <translation>لوحة المقارنة</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Claims by speaker</source>
        <translation>الادّعاءات حسب القائل</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>حفظ بصيغة CSV…</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>حُفظ في {file}</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>ادعاءات</translation>
    </message>
    <message>
        <source>figures</source>
        <translation>أرقام</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>جداول (*.csv)</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>حفظ بصيغة CSV</translation>
    </message>
    <message>
        <source>Reading: {done} of {total} articles</source>
        <translation>قُرئ من المقالات {done} من {total}</translation>
    </message>
    <message>
        <source>Layers of {reviewer}</source>
        <translation>طبقات {reviewer}</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Keys at a glance</source>
        <translation>المفاتيح في لمحة</translation>
    </message>
    <message>
        <source>In the article</source>
        <translation>في المقالة</translation>
    </message>
    <message>
        <source>Word by word</source>
        <translation>كلمة كلمة</translation>
    </message>
    <message>
        <source>Letter by letter</source>
        <translation>حرفًا حرفًا</translation>
    </message>
    <message>
        <source>Sentence by sentence</source>
        <translation>جملة جملة</translation>
    </message>
    <message>
        <source>Extend the selection</source>
        <translation>مدّ التحديد</translation>
    </message>
    <message>
        <source>Grow: word, phrase, sentence, paragraph</source>
        <translation>توسيع: كلمة، عبارة، جملة، فقرة</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>تضييق</translation>
    </message>
    <message>
        <source>Let go of the selection</source>
        <translation>ترك التحديد</translation>
    </message>
    <message>
        <source>Larger, smaller</source>
        <translation>تكبير وتصغير</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+العجلة</translation>
    </message>
    <message>
        <source>Select exactly, not by words</source>
        <translation>تحديد دقيق لا بالكلمات</translation>
    </message>
    <message>
        <source>Alt+drag</source>
        <translation>Alt+السحب</translation>
    </message>
</context>
<context>
    <name>Checking</name>
    <message>
        <source>Mending…</source>
        <translation>يجري الإصلاح…</translation>
    </message>
    <message>
        <source>Nothing was left to change there.</source>
        <translation>لم يبقَ هناك ما يُغيَّر.</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>The mouse paints with it; Esc ends that</source>
        <translation>الفأرة تسم به ما تسحب عليه؛ وEsc ينهي ذلك</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Choices</source>
        <translation>الخيارات</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>إضافة…</translation>
    </message>
    <message>
        <source>Add a choice</source>
        <translation>إضافة خيار</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>إعادة التسمية…</translation>
    </message>
    <message>
        <source>Rename the choice</source>
        <translation>إعادة تسمية الخيار</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>Delete the choice</source>
        <translation>حذف الخيار</translation>
    </message>
    <message>
        <source>Its name in gold data</source>
        <translation>الاسم في البيانات الذهبية</translation>
    </message>
    <message>
        <source>{choice} and {name} become one choice in:</source>
        <translation>سيصير {choice} و{name} خيارًا واحدًا في:</translation>
    </message>
    <message>
        <source>Call {choice} {name} in:</source>
        <translation>تسمية {choice} باسم {name} في:</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة التسمية</translation>
    </message>
    <message>
        <source>Delete {choice}? It is taken from:</source>
        <translation>حذف {choice}؟ سيُنزع من:</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>exactly</source>
        <translation>بالضبط</translation>
    </message>
    <message>
        <source>about</source>
        <translation>نحو</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>أكثر من</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>على الأقل</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>أقل من</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>على الأكثر</translation>
    </message>
    <message>
        <source>from … to …</source>
        <translation>من … إلى …</translation>
    </message>
    <message>
        <source>not told exactly</source>
        <translation>غير محدّد</translation>
    </message>
    <message>
        <source>person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>مؤسسة</translation>
    </message>
    <message>
        <source>state</source>
        <translation>دولة</translation>
    </message>
    <message>
        <source>coalition</source>
        <translation>تحالف</translation>
    </message>
    <message>
        <source>armed forces</source>
        <translation>قوات مسلّحة</translation>
    </message>
    <message>
        <source>armed group</source>
        <translation>جماعة مسلّحة</translation>
    </message>
    <message>
        <source>collective</source>
        <translation>فئة من الناس</translation>
    </message>
    <message>
        <source>unnamed official</source>
        <translation>مسؤول غير مسمّى</translation>
    </message>
    <message>
        <source>delegation</source>
        <translation>وفد</translation>
    </message>
    <message>
        <source>count of sources</source>
        <translation>عدد من المصادر</translation>
    </message>
    <message>
        <source>country</source>
        <translation>بلد</translation>
    </message>
    <message>
        <source>region</source>
        <translation>منطقة</translation>
    </message>
    <message>
        <source>city</source>
        <translation>مدينة</translation>
    </message>
    <message>
        <source>base</source>
        <translation>قاعدة</translation>
    </message>
    <message>
        <source>building</source>
        <translation>مبنى</translation>
    </message>
    <message>
        <source>water</source>
        <translation>مسطّح مائي</translation>
    </message>
    <message>
        <source>other</source>
        <translation>غير ذلك</translation>
    </message>
    <message>
        <source>actor</source>
        <translation>جهة</translation>
    </message>
    <message>
        <source>outlet</source>
        <translation>الصحيفة نفسها</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>غير مسمّى</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>غير مباشر</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>مختلط</translation>
    </message>
    <message>
        <source>affirmed</source>
        <translation>مثبت</translation>
    </message>
    <message>
        <source>negated</source>
        <translation>منفيّ</translation>
    </message>
</context>
<context>
    <name>ClaimsPage</name>
    <message>
        <source>Speakers</source>
        <translation>القائلون</translation>
    </message>
    <message>
        <source>Filter speakers…</source>
        <translation>تصفية القائلين…</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>الادّعاءات</translation>
    </message>
    <message>
        <source>This reviewer has marked no claim yet. Mark one in an article, say who made it (R), and it comes here.</source>
        <translation>لم يسِم هذا المراجِع ادّعاءً بعد. سِم ادّعاءً في مقالة وحدّد قائله (R) فيظهر هنا.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>الادّعاء</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>الأسلوب</translation>
    </message>
    <message>
        <source>Polarity</source>
        <translation>الإثبات</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>فعل القول</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقالة</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>Light…</source>
        <translation>فاتح…</translation>
    </message>
    <message>
        <source>Dark…</source>
        <translation>داكن…</translation>
    </message>
    <message>
        <source>Colour {number}</source>
        <translation>اللون {number}</translation>
    </message>
    <message>
        <source>Colour on dark paper</source>
        <translation>اللون على خلفية داكنة</translation>
    </message>
    <message>
        <source>Colour on light paper</source>
        <translation>اللون على خلفية فاتحة</translation>
    </message>
</context>
<context>
    <name>CommentRow</name>
    <message>
        <source>resolved</source>
        <translation>محسوم</translation>
    </message>
</context>
<context>
    <name>CommentsModel</name>
    <message>
        <source>resolved</source>
        <translation>محسوم</translation>
    </message>
</context>
<context>
    <name>CommentsPanel</name>
    <message>
        <source>Which comments</source>
        <translation>أي التعليقات</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>المفتوحة</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>المحسومة</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Open, in all articles</source>
        <translation>المفتوحة في كل المقالات</translation>
    </message>
    <message>
        <source>All, in all articles</source>
        <translation>الكل في كل المقالات</translation>
    </message>
    <message>
        <source>No comments here. M in the article writes one.</source>
        <translation>لا تعليقات هنا. لكتابة تعليق اضغط M في المقالة.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>حسم</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>التعليقات</translation>
    </message>
    <message>
        <source>Put it in other words:</source>
        <translation>اكتبه بعبارة أخرى:</translation>
    </message>
    <message>
        <source>On {quote}</source>
        <translation>على {quote}</translation>
    </message>
    <message>
        <source>On the article</source>
        <translation>على المقالة</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>إعادة فتح</translation>
    </message>
</context>
<context>
    <name>Comparisons</name>
    <message>
        <source>is</source>
        <translation>يساوي</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>لا يساوي</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>أكثر من</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>على الأقل</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>أقل من</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>على الأكثر</translation>
    </message>
    <message>
        <source>is given</source>
        <translation>مذكورة</translation>
    </message>
    <message>
        <source>is not given</source>
        <translation>غير مذكورة</translation>
    </message>
</context>
<context>
    <name>ConditionRow</name>
    <message>
        <source>Attribute</source>
        <translation>الخاصية</translation>
    </message>
    <message>
        <source>How it compares</source>
        <translation>المقارنة</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Remove the condition</source>
        <translation>حذف الشرط</translation>
    </message>
</context>
<context>
    <name>Consistency</name>
    <message>
        <source>Same words, different labels</source>
        <translation>كلمات واحدة بأصناف مختلفة</translation>
    </message>
    <message>
        <source>Same words, other boundaries</source>
        <translation>كلمات واحدة بحدود مختلفة</translation>
    </message>
    <message>
        <source>Marked elsewhere, not here</source>
        <translation>موسوم في غير هذا الموضع</translation>
    </message>
    <message>
        <source>Same sentence, annotated otherwise</source>
        <translation>جملة واحدة بوسوم مختلفة</translation>
    </message>
    <message>
        <source>Figures without a value</source>
        <translation>أرقام بلا قيمة</translation>
    </message>
    <message>
        <source>Figures that do not say of what</source>
        <translation>أرقام بلا معدود</translation>
    </message>
    <message>
        <source>Claims without a source</source>
        <translation>ادّعاءات بلا قائل</translation>
    </message>
    <message>
        <source>“{quote}” is {label} here and {most} mostly.</source>
        <translation>«{quote}» هنا {label}، وفي الغالب {most}.</translation>
    </message>
    <message>
        <source>“{quote}” is marked as “{common}” mostly.</source>
        <translation>الغالب في «{quote}» أن يوسم منه «{common}».</translation>
    </message>
    <message>
        <source>“{quote}” is marked as {most} elsewhere, and not here.</source>
        <translation>«{quote}» موسوم في غير هذا الموضع ({most})، لا هنا.</translation>
    </message>
    <message>
        <source>“{quote}” stands elsewhere too, annotated otherwise.</source>
        <translation>ورد «{quote}» في موضع آخر بوسوم مختلفة.</translation>
    </message>
    <message>
        <source>The figure “{quote}” has no value.</source>
        <translation>ليس للرقم «{quote}» قيمة.</translation>
    </message>
    <message>
        <source>It is not said what the figure “{quote}” counts.</source>
        <translation>لم يُذكر معدود الرقم «{quote}».</translation>
    </message>
    <message>
        <source>It is not said who says “{quote}”.</source>
        <translation>لم يُذكر قائل «{quote}».</translation>
    </message>
</context>
<context>
    <name>ConsistencyModel</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>لا مواضع</numerusform>
            <numerusform>موضع واحد</numerusform>
            <numerusform>موضعان</numerusform>
            <numerusform>%n مواضع</numerusform>
            <numerusform>%n موضعًا</numerusform>
            <numerusform>%n موضع</numerusform>
        </translation>
    </message>
    <message>
        <source>{finding} Dismissed: {reason}</source>
        <translation>{finding} صُرف النظر عنها: {reason}</translation>
    </message>
</context>
<context>
    <name>ConsistencyPanel</name>
    <message>
        <source>Kind of finding</source>
        <translation>نوع الملاحظة</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>هذه المقالة</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>المصروف عنها النظر</translation>
    </message>
    <message>
        <source>Compare with others</source>
        <translation>مقارنة بالآخرين</translation>
    </message>
    <message>
        <source>Count how other reviewers have marked the same words, too</source>
        <translation>يُحسب أيضًا كيف وسم المراجِعون الآخرون الكلمات نفسها</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>إصلاح</translation>
    </message>
    <message>
        <source>Dismiss…</source>
        <translation>صرف النظر…</translation>
    </message>
    <message>
        <source>All kinds ({count})</source>
        <translation>كل الأنواع ({count})</translation>
    </message>
    <message>
        <source>Looking through the articles: {percent} %</source>
        <translation>يُنظر في المقالات: {percent}٪</translation>
    </message>
    <message>
        <source>Enter goes there, M mends, D dismisses; on a heading, all of it.</source>
        <translation>ينتقل Enter إلى الموضع، ويصلح M، ويصرف D النظر؛ وعلى العنوان يشمل ذلك كل ما تحته.</translation>
    </message>
    <message>
        <source>Nothing is marked in two ways.</source>
        <translation>لا شيء موسوم على وجهين.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Nothing can be changed now.</source>
        <translation>لا يمكن تغيير شيء الآن.</translation>
    </message>
    <message>
        <source>Mend all…</source>
        <translation>إصلاح الكل…</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>ملء</translation>
    </message>
    <message>
        <source>Findings in all articles</source>
        <translation>الملاحظات في كل المقالات</translation>
    </message>
    <message>
        <source>Enter goes to the place, M mends, D dismisses, Left and Right fold and unfold.</source>
        <translation>ينتقل Enter إلى الموضع، ويصلح M، ويصرف D النظر، ويطوي السهمان الأفقيان وينشران.</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Panels</source>
        <translation>الألواح</translation>
    </message>
</context>
<context>
    <name>DocumentsModel</name>
    <message>
        <source>new</source>
        <translation>جديدة</translation>
    </message>
    <message>
        <source>started</source>
        <translation>قيد العمل</translation>
    </message>
    <message>
        <source>done</source>
        <translation>منجزة</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>لا وسوم</numerusform>
            <numerusform>وسم واحد</numerusform>
            <numerusform>وسمان</numerusform>
            <numerusform>%n وسوم</numerusform>
            <numerusform>%n وسمًا</numerusform>
            <numerusform>%n وسم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsPanel</name>
    <message>
        <source>Filter articles…</source>
        <translation>تصفية المقالات…</translation>
    </message>
    <message>
        <source>Filter articles</source>
        <translation>تصفية المقالات</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>كل المقالات</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديدة</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>قيد العمل</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>منجزة</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>No article matches. Change the filter above.</source>
        <translation>لا مقالة توافق التصفية. غيّرها أعلاه.</translation>
    </message>
    <message>
        <source>No articles yet. Drop text files or a folder on the window, or press Ctrl+I.</source>
        <translation>لا مقالات بعد. أفلِت ملفات نصية أو مجلّدًا على النافذة، أو اضغط Ctrl+I.</translation>
    </message>
</context>
<context>
    <name>EdgeCommands</name>
    <message>
        <source>This edge cannot go any further.</source>
        <translation>لا يمكن تحريك هذا الحدّ أبعد من ذلك.</translation>
    </message>
</context>
<context>
    <name>EffectDialog</name>
    <message>
        <source>Label set</source>
        <translation>مجموعة الأصناف</translation>
    </message>
    <message>
        <source>It is one step, which Undo takes back.</source>
        <translation>هذه خطوة واحدة يعيدها التراجع كما كانت.</translation>
    </message>
</context>
<context>
    <name>EncodingDialog</name>
    <message>
        <source>Encoding</source>
        <translation>الترميز</translation>
    </message>
    <message>
        <source>Which reading is right?</source>
        <translation>أي قراءة هي الصحيحة؟</translation>
    </message>
    <message>
        <source>It cannot be told how these files are encoded. Choose the reading that makes sense.</source>
        <translation>لا يمكن الجزم بترميز هذه الملفات. اختر القراءة المفهومة.</translation>
    </message>
    <message>
        <source>None of these: leave the file out</source>
        <translation>لا شيء منها: يُترك الملف</translation>
    </message>
</context>
<context>
    <name>Entities</name>
    <message>
        <source>Which entity is mentioned?</source>
        <translation>أي كيان هو المذكور؟</translation>
    </message>
    <message>
        <source>New: {name}</source>
        <translation>جديد: {name}</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>لا شيء منها</translation>
    </message>
</context>
<context>
    <name>EntitiesPanel</name>
    <message>
        <source>Filter entities…</source>
        <translation>تصفية الكيانات…</translation>
    </message>
    <message>
        <source>Filter entities</source>
        <translation>تصفية الكيانات</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>الكيانات</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>أسماؤه الأخرى</translation>
    </message>
    <message>
        <source>Also called: names with ؛ between them</source>
        <translation>أسماؤه الأخرى: افصل بينها بـ؛</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>دمج…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>مواضع ذكره</translation>
    </message>
    <message>
        <source>No entities yet. Select an actor or a location and press E.</source>
        <translation>لا كيانات بعد. اختر جهة أو مكانًا واضغط E.</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>لم يُحدَّد كيان</numerusform>
            <numerusform>حُدِّد كيان واحد</numerusform>
            <numerusform>حُدِّد كيانان</numerusform>
            <numerusform>حُدِّدت %n كيانات</numerusform>
            <numerusform>حُدِّد %n كيانًا</numerusform>
            <numerusform>حُدِّد %n كيان</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove it; %n mention(s) stay without it</source>
        <translation>
            <numerusform>حذفه؛ لا وسم مربوط به</numerusform>
            <numerusform>حذفه؛ ويبقى وسم واحد بلا كيان</numerusform>
            <numerusform>حذفه؛ ويبقى وسمان بلا كيان</numerusform>
            <numerusform>حذفه؛ وتبقى %n وسوم بلا كيان</numerusform>
            <numerusform>حذفه؛ ويبقى %n وسمًا بلا كيان</numerusform>
            <numerusform>حذفه؛ ويبقى %n وسم بلا كيان</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntitySection</name>
    <message>
        <source>Mention no entity</source>
        <translation>فكّ الربط بالكيان</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>الكيان</translation>
    </message>
    <message>
        <source>Choose… (E)</source>
        <translation>اختيار… (E)</translation>
    </message>
    <message>
        <source>Entity: {name}</source>
        <translation>الكيان: {name}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Pack it into a zip archive</source>
        <translation>ضغط الناتج في أرشيف ZIP</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>مكان الحفظ</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>What goes out</source>
        <translation>ما يُصدَّر</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
</context>
<context>
    <name>ExportWords</name>
    <message>
        <source>{annotations} of {articles} written to {target}.</source>
        <translation>كُتب في {target}: {articles} ({annotations}).</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>لا وسوم</numerusform>
            <numerusform>وسم واحد</numerusform>
            <numerusform>وسمان</numerusform>
            <numerusform>%n وسوم</numerusform>
            <numerusform>%n وسمًا</numerusform>
            <numerusform>%n وسم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقالة واحدة</numerusform>
            <numerusform>مقالتان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالةً</numerusform>
            <numerusform>%n مقالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) in zones left out.</source>
        <translation>
            <numerusform>لم يُترك وسم في المناطق.</numerusform>
            <numerusform>تُرك وسم واحد في المناطق.</numerusform>
            <numerusform>تُرك وسمان في المناطق.</numerusform>
            <numerusform>تُركت %n وسوم في المناطق.</numerusform>
            <numerusform>تُرك %n وسمًا في المناطق.</numerusform>
            <numerusform>تُرك %n وسم في المناطق.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) of other labels left out.</source>
        <translation>
            <numerusform>لم يُترك وسم من أصناف أخرى.</numerusform>
            <numerusform>تُرك وسم واحد من صنف آخر.</numerusform>
            <numerusform>تُرك وسمان من أصناف أخرى.</numerusform>
            <numerusform>تُركت %n وسوم من أصناف أخرى.</numerusform>
            <numerusform>تُرك %n وسمًا من أصناف أخرى.</numerusform>
            <numerusform>تُرك %n وسم من أصناف أخرى.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comparison(s) of annotations.</source>
        <translation>
            <numerusform>لا مقارنات معها.</numerusform>
            <numerusform>ومعها مقارنة واحدة.</numerusform>
            <numerusform>ومعها مقارنتان.</numerusform>
            <numerusform>ومعها %n مقارنات.</numerusform>
            <numerusform>ومعها %n مقارنةً.</numerusform>
            <numerusform>ومعها %n مقارنة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a file, for nothing is in it: {parts}.</source>
        <translation>أجزاء بلا ملف لأنها فارغة: {parts}.</translation>
    </message>
    <message>
        <source>All of this is written down in {path}.</source>
        <translation>وتفصيل ذلك كله في {path}.</translation>
    </message>
    <message>
        <source>not held by this format: {count}</source>
        <translation>لا تحفظه هذه الصيغة: {count}</translation>
    </message>
    <message>
        <source>in the data, though {reviewer} has not marked it done</source>
        <translation>صُدّرت مع أن {reviewer} لم يُنجزها بعد</translation>
    </message>
    <message>
        <source>left out: nobody has annotated it</source>
        <translation>لم تُصدَّر: لم يبدأ أحد وسمها</translation>
    </message>
    <message>
        <source>left out: it is not marked done</source>
        <translation>لم تُصدَّر: ليست منجزة</translation>
    </message>
    <message>
        <source>left out: it has none of the chosen layers</source>
        <translation>لم تُصدَّر: ليس لها طبقة من الطبقات المختارة</translation>
    </message>
    <message>
        <source>left out: nothing is annotated in it</source>
        <translation>لم تُصدَّر: لا وسوم فيها</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Exporting…</source>
        <translation>يجري التصدير…</translation>
    </message>
    <message>
        <source>Checking the project…</source>
        <translation>يُفحص المشروع…</translation>
    </message>
    <message>
        <source>No problems: every text, quote, offset and link in the project is right.</source>
        <translation>لا مشكلات: كل نص واقتباس وموضع وصلة في المشروع صحيح.</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found.</source>
        <translation>
            <numerusform>لا مشكلات.</numerusform>
            <numerusform>وُجدت مشكلة واحدة.</numerusform>
            <numerusform>وُجدت مشكلتان.</numerusform>
            <numerusform>وُجدت %n مشكلات.</numerusform>
            <numerusform>وُجدت %n مشكلةً.</numerusform>
            <numerusform>وُجدت %n مشكلة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check of the project</source>
        <translation>فحص المشروع</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>اكتمل التصدير</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>فتح المجلّد</translation>
    </message>
    <message>
        <source>No program could be found to open the folder. It is {folder}.</source>
        <translation>لم يُعثر على برنامج يفتح المجلّد، وهو {folder}.</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>What is counted</source>
        <translation>المعدود</translation>
    </message>
    <message>
        <source>Filter what is counted…</source>
        <translation>تصفية المعدودات…</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>This reviewer has marked no figure yet. Mark one in an article and it comes here, beside those of other articles that count the same.</source>
        <translation>لم يسِم هذا المراجِع رقمًا بعد. سِم رقمًا في مقالة فيظهر هنا مع أرقام المقالات الأخرى التي لها المعدود نفسه.</translation>
    </message>
    <message>
        <source>The first {shown} of {all} figures are shown; choose fewer groups to see the rest.</source>
        <translation>يظهر أول {shown} من الأرقام، وعددها {all}؛ اختر مجموعات أقل لترى البقية.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>الحكم</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>المعدود</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>القائل</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقالة</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation>بحث في المقالة</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>بالحرف</translation>
    </message>
    <message>
        <source>Letter by letter, with hamzas, marks, digits as they are typed</source>
        <translation>حرفًا حرفًا: بالهمزات والحركات والأرقام كما كُتبت</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>كلمات كاملة</translation>
    </message>
    <message>
        <source>Whole words, also after و ف ب ل ك</source>
        <translation>كلمات كاملة، ولو بعد و ف ب ل ك</translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation>البحث عن السابق</translation>
    </message>
    <message>
        <source>Find the next</source>
        <translation>البحث عن التالي</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>إغلاق البحث</translation>
    </message>
    <message>
        <source>Enter: next · Ctrl+1…9: tag this hit · Esc: back to the text</source>
        <translation>التالي: Enter · وسم هذا الموضع: ⁦Ctrl+1…9⁩ · العودة إلى النص: Esc</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} من {count}</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>A comment is open: “{comment}”.</source>
        <translation>تعليق لم يُحسم: «{comment}».</translation>
    </message>
    <message>
        <source>It is not said who says “{quote}”.</source>
        <translation>لم يُذكر قائل «{quote}».</translation>
    </message>
    <message>
        <source>The figure “{quote}” has no value.</source>
        <translation>ليس للرقم «{quote}» قيمة.</translation>
    </message>
    <message>
        <source>It is not said what the figure “{quote}” counts.</source>
        <translation>لم يُذكر معدود الرقم «{quote}».</translation>
    </message>
    <message>
        <source>The range “{quote}” has one bound only.</source>
        <translation>ليس للمدى «{quote}» إلا حدّ واحد.</translation>
    </message>
    <message>
        <source>“{kind}” links “{quote}”, which is “{source}”, to “{target}”; the label set does not foresee that.</source>
        <translation>«{kind}» تربط «{quote}» وهو «{source}» بما هو «{target}»؛ وهذا ليس في مجموعة الأصناف.</translation>
    </message>
    <message>
        <source>“{quote}” and “{other}” overlap in part.</source>
        <translation>يتداخل «{quote}» و«{other}» جزئيًّا.</translation>
    </message>
    <message>
        <source>“{quote}” begins or ends with a space.</source>
        <translation>يبدأ «{quote}» أو ينتهي بفراغ.</translation>
    </message>
    <message>
        <source>“{quote}” begins or ends with “{mark}”.</source>
        <translation>يبدأ «{quote}» أو ينتهي بـ«{mark}».</translation>
    </message>
    <message>
        <source>“{quote}” has a source, and is said by “{attribution}” too.</source>
        <translation>لـ«{quote}» قائل مربوط به، ومكتوب أيضًا أن قائله «{attribution}».</translation>
    </message>
    <message>
        <source>“{quote}” has no “{attribute}”.</source>
        <translation>ينقص «{quote}» الخاصية «{attribute}».</translation>
    </message>
    <message>
        <source>“{quote}” has the label “{label}”, which is retired.</source>
        <translation>صنف «{quote}» هو «{label}»، وقد أُوقف استعماله.</translation>
    </message>
    <message>
        <source>“{quote}” holds “{mark}” without its partner.</source>
        <translation>في «{quote}» علامة «{mark}» بلا قرينتها.</translation>
    </message>
    <message>
        <source>“{quote}” is annotated twice as “{label}”.</source>
        <translation>«{quote}» موسوم مرتين بالصنف «{label}».</translation>
    </message>
    <message>
        <source>“{quote}” is at least {least} and at most {most}, which is less.</source>
        <translation>الحد الأدنى في «{quote}» هو {least}، والأعلى {most} أصغر منه.</translation>
    </message>
    <message>
        <source>“{quote}” is linked to no entity.</source>
        <translation>«{quote}» غير مربوط بكيان.</translation>
    </message>
    <message>
        <source>“{quote}” lies in a part marked as “{zone}”.</source>
        <translation>يقع «{quote}» في جزء معلَّم بأنه «{zone}».</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message numerus="yes">
        <source>%n dismissed</source>
        <translation>
            <numerusform>لم يُصرف النظر عن شيء</numerusform>
            <numerusform>صُرف النظر عن واحدة</numerusform>
            <numerusform>صُرف النظر عن اثنتين</numerusform>
            <numerusform>صُرف النظر عن %n</numerusform>
            <numerusform>صُرف النظر عن %n</numerusform>
            <numerusform>صُرف النظر عن %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{finding} Dismissed: {reason}</source>
        <translation>{finding} صُرف النظر عنها: {reason}</translation>
    </message>
</context>
<context>
    <name>FinishButton</name>
    <message>
        <source>✓ Done</source>
        <translation>✓ أُنجزت</translation>
    </message>
    <message>
        <source>Mark done</source>
        <translation>إنجاز المقالة</translation>
    </message>
</context>
<context>
    <name>FinishPanel</name>
    <message>
        <source>Mend</source>
        <translation>إصلاح</translation>
    </message>
    <message>
        <source>Dismiss…</source>
        <translation>صرف النظر…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>إنجاز</translation>
    </message>
    <message>
        <source>Choose an article from the list.</source>
        <translation>اختر مقالة من القائمة.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>لا شيء يستدعي النظر</numerusform>
            <numerusform>أمر واحد يستدعي النظر</numerusform>
            <numerusform>أمران يستدعيان النظر</numerusform>
            <numerusform>%n أمور تستدعي النظر</numerusform>
            <numerusform>%n أمرًا تستدعي النظر</numerusform>
            <numerusform>%n أمر تستدعي النظر</numerusform>
        </translation>
    </message>
    <message>
        <source>{count}; the first {shown} are shown</source>
        <translation>{count}؛ يظهر منها أول {shown}</translation>
    </message>
    <message>
        <source>Nothing looks wrong.</source>
        <translation>لا مشكلات ظاهرة.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Read-only: nothing can be changed here.</source>
        <translation>للقراءة فقط: لا يمكن تغيير شيء هنا.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>ملاحظات الفحص</translation>
    </message>
    <message>
        <source>Up and Down jump to each in the article, Enter mends, D dismisses.</source>
        <translation>ينتقل السهمان إلى كل منها في المقالة، ويصلح Enter، ويصرف D النظر.</translation>
    </message>
</context>
<context>
    <name>Finishing</name>
    <message>
        <source>Nothing looked wrong: {article} is done.</source>
        <translation>لا مشكلات ظاهرة: أُنجزت {article}.</translation>
    </message>
    <message>
        <source>{article} is done.</source>
        <translation>أُنجزت {article}.</translation>
    </message>
</context>
<context>
    <name>Folds</name>
    <message>
        <source>Vowel signs and other marks</source>
        <translation>الحركات وسائر العلامات</translation>
    </message>
    <message>
        <source>Tatweel</source>
        <translation>التطويل</translation>
    </message>
    <message>
        <source>Hamza on alef</source>
        <translation>همزة الألف</translation>
    </message>
    <message>
        <source>Final and Persian yeh</source>
        <translation>الألف المقصورة والياء الفارسية</translation>
    </message>
    <message>
        <source>Teh marbuta and heh</source>
        <translation>التاء المربوطة والهاء</translation>
    </message>
    <message>
        <source>Hamza on waw and yeh</source>
        <translation>همزة الواو والياء</translation>
    </message>
    <message>
        <source>Persian kaf</source>
        <translation>الكاف الفارسية</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>أنواع الأرقام</translation>
    </message>
    <message>
        <source>Quotation marks, dashes, spaces</source>
        <translation>علامات التنصيص والشرطات والمسافات</translation>
    </message>
    <message>
        <source>Presentation forms</source>
        <translation>أشكال الحروف</translation>
    </message>
    <message>
        <source>Invisible characters</source>
        <translation>المحارف الخفية</translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation>الحروف اللاتينية الكبيرة</translation>
    </message>
</context>
<context>
    <name>FoldsPopup</name>
    <message>
        <source>Take for the same:</source>
        <translation>لا يُعتدّ بالفرق في:</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>كالمعتاد</translation>
    </message>
</context>
<context>
    <name>GroupCard</name>
    <message>
        <source>Kind of file</source>
        <translation>نوع الملف</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> ولا غيرها</numerusform>
            <numerusform> وملف آخر</numerusform>
            <numerusform> وملفان آخران</numerusform>
            <numerusform> و%n ملفات أخرى</numerusform>
            <numerusform> و%n ملفًا آخر</numerusform>
            <numerusform> و%n ملف آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>استبعاد</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>Select words in the article, or put the caret on one, and press a key:</source>
        <translation>حدّد كلمات في المقالة، أو ضع المؤشّر على كلمة، ثم اضغط مفتاحًا:</translation>
    </message>
    <message>
        <source>Press ? for all keys.</source>
        <translation>اضغط ؟ لرؤية كل المفاتيح.</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Enter or a double-click on a step of yours goes back or forward to it.</source>
        <translation>بالنقر المزدوج أو Enter على خطوة لك تعود إليها أو تتقدّم إليها.</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>التوقّف هنا</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجلّ</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Reading the files…</source>
        <translation>تُقرأ الملفات…</translation>
    </message>
    <message>
        <source> and others</source>
        <translation> وغيرها</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are in the project already: {names}{more}.</source>
        <translation>
            <numerusform>لا مقالة مكرّرة: {names}{more}.</numerusform>
            <numerusform>مقالة واحدة موجودة في المشروع من قبل: {names}{more}.</numerusform>
            <numerusform>مقالتان موجودتان في المشروع من قبل: {names}{more}.</numerusform>
            <numerusform>%n مقالات موجودة في المشروع من قبل: {names}{more}.</numerusform>
            <numerusform>%n مقالةً موجودة في المشروع من قبل: {names}{more}.</numerusform>
            <numerusform>%n مقالة موجودة في المشروع من قبل: {names}{more}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add articles</source>
        <translation>إضافة مقالات</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>تُترك</translation>
    </message>
    <message>
        <source>Add them again</source>
        <translation>تُضاف مرة ثانية</translation>
    </message>
    <message>
        <source>Adding the articles…</source>
        <translation>تُضاف المقالات…</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقالة واحدة</numerusform>
            <numerusform>مقالتان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالةً</numerusform>
            <numerusform>%n مقالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>لا وسوم</numerusform>
            <numerusform>وسم واحد</numerusform>
            <numerusform>وسمان</numerusform>
            <numerusform>%n وسوم</numerusform>
            <numerusform>%n وسمًا</numerusform>
            <numerusform>%n وسم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s)</source>
        <translation>
            <numerusform>لا علاقات</numerusform>
            <numerusform>علاقة واحدة</numerusform>
            <numerusform>علاقتان</numerusform>
            <numerusform>%n علاقات</numerusform>
            <numerusform>%n علاقةً</numerusform>
            <numerusform>%n علاقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) of machines</source>
        <translation>
            <numerusform>لا اقتراحات آلية</numerusform>
            <numerusform>اقتراح آلي واحد</numerusform>
            <numerusform>اقتراحان آليان</numerusform>
            <numerusform>%n اقتراحات آلية</numerusform>
            <numerusform>%n اقتراحًا آليًّا</numerusform>
            <numerusform>%n اقتراح آلي</numerusform>
        </translation>
    </message>
    <message>
        <source>In the files: {things}.</source>
        <translation>في الملفات: {things}.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read; they are listed afterwards.</source>
        <translation>
            <numerusform>لا ملفات تعذّرت قراءتها.</numerusform>
            <numerusform>تعذّرت قراءة ملف واحد، وسيُذكر في النهاية.</numerusform>
            <numerusform>تعذّرت قراءة ملفين، وسيُذكران في النهاية.</numerusform>
            <numerusform>تعذّرت قراءة %n ملفات، وستُذكر في النهاية.</numerusform>
            <numerusform>تعذّرت قراءة %n ملفًا، وستُذكر في النهاية.</numerusform>
            <numerusform>تعذّرت قراءة %n ملف، وستُذكر في النهاية.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) added.</source>
        <translation>
            <numerusform>لم تُضَف أي مقالة.</numerusform>
            <numerusform>أُضيفت مقالة واحدة.</numerusform>
            <numerusform>أُضيفت مقالتان.</numerusform>
            <numerusform>أُضيفت %n مقالات.</numerusform>
            <numerusform>أُضيفت %n مقالةً.</numerusform>
            <numerusform>أُضيفت %n مقالة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) of machines came along as suggestions.</source>
        <translation>
            <numerusform>ولم تُضَف وسوم آلية.</numerusform>
            <numerusform>وأُضيف وسم آلي واحد على أنه اقتراح.</numerusform>
            <numerusform>وأُضيف وسمان آليان على أنهما اقتراحان.</numerusform>
            <numerusform>وأُضيفت %n وسوم آلية على أنها اقتراحات.</numerusform>
            <numerusform>وأُضيف %n وسمًا آليًّا على أنها اقتراحات.</numerusform>
            <numerusform>وأُضيف %n وسم آلي على أنها اقتراحات.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comparison(s) came along.</source>
        <translation>
            <numerusform>ولم تُضَف مقارنات.</numerusform>
            <numerusform>وأُضيفت مقارنة واحدة.</numerusform>
            <numerusform>وأُضيفت مقارنتان.</numerusform>
            <numerusform>وأُضيفت %n مقارنات.</numerusform>
            <numerusform>وأُضيفت %n مقارنةً.</numerusform>
            <numerusform>وأُضيفت %n مقارنة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comparison(s) of annotations that are not here left out.</source>
        <translation>
            <numerusform>لم تُترك أي مقارنة.</numerusform>
            <numerusform>تُركت مقارنة واحدة لوسوم ليست هنا.</numerusform>
            <numerusform>تُركت مقارنتان لوسوم ليست هنا.</numerusform>
            <numerusform>تُركت %n مقارنات لوسوم ليست هنا.</numerusform>
            <numerusform>تُركت %n مقارنةً لوسوم ليست هنا.</numerusform>
            <numerusform>تُركت %n مقارنة لوسوم ليست هنا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were there already.</source>
        <translation>
            <numerusform>لا مقالات مكرّرة.</numerusform>
            <numerusform>مقالة واحدة كانت موجودة من قبل.</numerusform>
            <numerusform>مقالتان كانتا موجودتين من قبل.</numerusform>
            <numerusform>%n مقالات كانت موجودة من قبل.</numerusform>
            <numerusform>%n مقالةً كانت موجودة من قبل.</numerusform>
            <numerusform>%n مقالة كانت موجودة من قبل.</numerusform>
        </translation>
    </message>
    <message>
        <source> and others</source>
        <translation> وغيرها</translation>
    </message>
    <message>
        <source>New in the label set: {names}{more}.</source>
        <translation>الجديد في مجموعة الأصناف: {names}{more}.</translation>
    </message>
    <message>
        <source>Undo takes all of it back.</source>
        <translation>والتراجع يعيد كل ذلك كما كان.</translation>
    </message>
    <message>
        <source>Nothing was added</source>
        <translation>لم يُضَف شيء</translation>
    </message>
    <message>
        <source>Some files were not added</source>
        <translation>لم تُضَف بعض الملفات</translation>
    </message>
    <message>
        <source>Added, but for some things</source>
        <translation>اكتملت الإضافة إلا بعض العناصر</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>اكتملت الإضافة</translation>
    </message>
    <message>
        <source>No kind of file that Sanad reads.</source>
        <translation>ليس من أنواع الملفات التي يقرؤها سند.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>تنبيه</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) came along</source>
        <translation>
            <numerusform>ولم يُضَف وسم</numerusform>
            <numerusform>وأُضيف وسم واحد</numerusform>
            <numerusform>وأُضيف وسمان</numerusform>
            <numerusform>وأُضيفت %n وسوم</numerusform>
            <numerusform>وأُضيف %n وسمًا</numerusform>
            <numerusform>وأُضيف %n وسم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>ولا غيرهم</numerusform>
            <numerusform>وشخص آخر</numerusform>
            <numerusform>وشخصين آخرين</numerusform>
            <numerusform>و%n آخرين</numerusform>
            <numerusform>و%n آخرين</numerusform>
            <numerusform>و%n آخرين</numerusform>
        </translation>
    </message>
    <message>
        <source>{annotations}, by {people}.</source>
        <translation>{annotations} من وضع {people}.</translation>
    </message>
    <message>
        <source>Annotations were added to this article, which has the same text.</source>
        <translation>أُضيفت الوسوم إلى هذه المقالة الموجودة، فنصّها هو نفسه.</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>Nothing new: all that is in it is there already.</source>
        <translation>لا جديد فيه: كل ما فيه موجود من قبل.</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) of this label left out, as chosen.</source>
        <translation>
            <numerusform>لم يُترك وسم من هذا الصنف.</numerusform>
            <numerusform>تُرك وسم واحد من هذا الصنف كما اخترت.</numerusform>
            <numerusform>تُرك وسمان من هذا الصنف كما اخترت.</numerusform>
            <numerusform>تُركت %n وسوم من هذا الصنف كما اخترت.</numerusform>
            <numerusform>تُرك %n وسمًا من هذا الصنف كما اخترت.</numerusform>
            <numerusform>تُرك %n وسم من هذا الصنف كما اخترت.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of this attribute left out, as chosen.</source>
        <translation>
            <numerusform>لم تُترك قيمة لهذه الخاصية.</numerusform>
            <numerusform>تُركت قيمة واحدة لهذه الخاصية كما اخترت.</numerusform>
            <numerusform>تُركت قيمتان لهذه الخاصية كما اخترت.</numerusform>
            <numerusform>تُركت %n قيم لهذه الخاصية كما اخترت.</numerusform>
            <numerusform>تُركت %n قيمةً لهذه الخاصية كما اخترت.</numerusform>
            <numerusform>تُركت %n قيمة لهذه الخاصية كما اخترت.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s) of this type left out, as chosen.</source>
        <translation>
            <numerusform>لم تُترك علاقة من هذا النوع.</numerusform>
            <numerusform>تُركت علاقة واحدة من هذا النوع كما اخترت.</numerusform>
            <numerusform>تُركت علاقتان من هذا النوع كما اخترت.</numerusform>
            <numerusform>تُركت %n علاقات من هذا النوع كما اخترت.</numerusform>
            <numerusform>تُركت %n علاقةً من هذا النوع كما اخترت.</numerusform>
            <numerusform>تُركت %n علاقة من هذا النوع كما اخترت.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s) of this type left out, for an end of each is.</source>
        <translation>
            <numerusform>لم تُترك علاقة من هذا النوع.</numerusform>
            <numerusform>تُركت علاقة واحدة من هذا النوع لأن أحد طرفيها متروك.</numerusform>
            <numerusform>تُركت علاقتان من هذا النوع لأن أحد طرفي كل منهما متروك.</numerusform>
            <numerusform>تُركت %n علاقات من هذا النوع لأن أحد طرفي كل منها متروك.</numerusform>
            <numerusform>تُركت %n علاقةً من هذا النوع لأن أحد طرفي كل منها متروك.</numerusform>
            <numerusform>تُركت %n علاقة من هذا النوع لأن أحد طرفي كل منها متروك.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zone(s) of this kind left out, as chosen.</source>
        <translation>
            <numerusform>لم تُترك منطقة من هذا النوع.</numerusform>
            <numerusform>تُركت منطقة واحدة من هذا النوع كما اخترت.</numerusform>
            <numerusform>تُركت منطقتان من هذا النوع كما اخترت.</numerusform>
            <numerusform>تُركت %n مناطق من هذا النوع كما اخترت.</numerusform>
            <numerusform>تُركت %n منطقةً من هذا النوع كما اخترت.</numerusform>
            <numerusform>تُركت %n منطقة من هذا النوع كما اخترت.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entity(ies) of this label left out, as chosen.</source>
        <translation>
            <numerusform>لم يُترك كيان من هذا الصنف.</numerusform>
            <numerusform>تُرك كيان واحد من هذا الصنف كما اخترت.</numerusform>
            <numerusform>تُرك كيانان من هذا الصنف كما اخترت.</numerusform>
            <numerusform>تُركت %n كيانات من هذا الصنف كما اخترت.</numerusform>
            <numerusform>تُرك %n كيانًا من هذا الصنف كما اخترت.</numerusform>
            <numerusform>تُرك %n كيان من هذا الصنف كما اخترت.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) that a choice does not list; they are kept.</source>
        <translation>
            <numerusform>لا قيم خارج قوائم الخيارات.</numerusform>
            <numerusform>قيمة واحدة خارج قوائم الخيارات، وقد أُبقيت.</numerusform>
            <numerusform>قيمتان خارج قوائم الخيارات، وقد أُبقيتا.</numerusform>
            <numerusform>%n قيم خارج قوائم الخيارات، وقد أُبقيت.</numerusform>
            <numerusform>%n قيمةً خارج قوائم الخيارات، وقد أُبقيت.</numerusform>
            <numerusform>%n قيمة خارج قوائم الخيارات، وقد أُبقيت.</numerusform>
        </translation>
    </message>
    <message>
        <source>Label set</source>
        <translation>مجموعة الأصناف</translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s) of labels that it does not link; they are kept.</source>
        <translation>
            <numerusform>لا علاقات بين أصناف لا تربطها.</numerusform>
            <numerusform>علاقة واحدة بين صنفين لا تربط بينهما، وقد أُبقيت.</numerusform>
            <numerusform>علاقتان بين أصناف لا تربط بينها، وقد أُبقيتا.</numerusform>
            <numerusform>%n علاقات بين أصناف لا تربط بينها، وقد أُبقيت.</numerusform>
            <numerusform>%n علاقةً بين أصناف لا تربط بينها، وقد أُبقيت.</numerusform>
            <numerusform>%n علاقة بين أصناف لا تربط بينها، وقد أُبقيت.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more of these.</source>
        <translation>
            <numerusform>لا غيرها من هذا.</numerusform>
            <numerusform>وواحد آخر من هذا.</numerusform>
            <numerusform>واثنان آخران من هذا.</numerusform>
            <numerusform>و%n غيرها من هذا.</numerusform>
            <numerusform>و%n غيرها من هذا.</numerusform>
            <numerusform>و%n غيرها من هذا.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Articles and annotations</source>
        <translation>مقالات ووسوم</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Add articles or annotations</source>
        <translation>إضافة مقالات أو وسوم</translation>
    </message>
    <message>
        <source>Add a folder of articles or annotations</source>
        <translation>إضافة مجلّد مقالات أو وسوم</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Quote</source>
        <translation>الاقتباس</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Press the key; Delete takes it away.</source>
        <translation>اضغط المفتاح؛ وDelete يزيله.</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>اضغط مفتاحًا</translation>
    </message>
</context>
<context>
    <name>LabelBar</name>
    <message>
        <source>Labels</source>
        <translation>الأصناف</translation>
    </message>
</context>
<context>
    <name>LabelForm</name>
    <message>
        <source>Name in gold data</source>
        <translation>الاسم في البيانات الذهبية</translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation>العنوان بالإنجليزية</translation>
    </message>
    <message>
        <source>Title in Arabic</source>
        <translation>العنوان بالعربية</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Its annotations mention entities of the project&apos;s list</source>
        <translation>وسومه تذكر كيانات من قائمة المشروع</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>خط</translation>
    </message>
    <message>
        <source>Dashes</source>
        <translation>شرطات</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>نقاط</translation>
    </message>
    <message>
        <source>Double line</source>
        <translation>خط مزدوج</translation>
    </message>
    <message>
        <source>Tint behind the text</source>
        <translation>تظليل خلف النص</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>الشكل</translation>
    </message>
    <message>
        <source>Call {label} {name} in gold data?</source>
        <translation>تسمية {label} باسم {name} في البيانات الذهبية؟</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة التسمية</translation>
    </message>
</context>
<context>
    <name>LabelSample</name>
    <message>
        <source>How it looks in the article</source>
        <translation>كيف يبدو في المقالة</translation>
    </message>
</context>
<context>
    <name>LabelSetDialog</name>
    <message>
        <source>Label set</source>
        <translation>مجموعة الأصناف</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>الأصناف</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>العلاقات</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>المناطق</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>الكلمات</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>الإصدار {number}</translation>
    </message>
    <message>
        <source>Read-only: the label set cannot be changed here.</source>
        <translation>للقراءة فقط: لا يمكن تغيير مجموعة الأصناف هنا.</translation>
    </message>
</context>
<context>
    <name>LabelSetFiles</name>
    <message>
        <source>Import a label set</source>
        <translation>استيراد مجموعة أصناف</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا شيء غيرها</numerusform>
            <numerusform>وواحد غيرها</numerusform>
            <numerusform>واثنان غيرها</numerusform>
            <numerusform>و%n غيرها</numerusform>
            <numerusform>و%n غيرها</numerusform>
            <numerusform>و%n غيرها</numerusform>
        </translation>
    </message>
    <message>
        <source>Take over {name}?</source>
        <translation>أخذ {name}؟</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>أخذ</translation>
    </message>
    <message>
        <source>Export the label set</source>
        <translation>تصدير مجموعة الأصناف</translation>
    </message>
    <message>
        <source>Label sets (*.json)</source>
        <translation>مجموعات أصناف (*.json)</translation>
    </message>
    <message>
        <source>stays, though the file does not have it: {names}</source>
        <translation>باقٍ مع أنه ليس في الملف: {names}</translation>
    </message>
    <message>
        <source>label {name}</source>
        <translation>الصنف {name}</translation>
    </message>
    <message>
        <source>attribute {name}</source>
        <translation>الخاصية {name}</translation>
    </message>
    <message>
        <source>relation {name}</source>
        <translation>العلاقة {name}</translation>
    </message>
    <message>
        <source>zone {name}</source>
        <translation>المنطقة {name}</translation>
    </message>
    <message>
        <source>added: {what}</source>
        <translation>إضافة: {what}</translation>
    </message>
    <message>
        <source>loses its key {key}: {what}</source>
        <translation>فقدُ المفتاح {key}: {what}</translation>
    </message>
    <message>
        <source>changed: {what} ({fields})</source>
        <translation>تغيير: {what} ({fields})</translation>
    </message>
    <message>
        <source>titles</source>
        <translation>العنوانان</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>colour on dark paper</source>
        <translation>اللون على خلفية داكنة</translation>
    </message>
    <message>
        <source>key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>الشكل</translation>
    </message>
    <message>
        <source>description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>الإيقاف</translation>
    </message>
    <message>
        <source>entities</source>
        <translation>الكيانات</translation>
    </message>
    <message>
        <source>choices</source>
        <translation>الخيارات</translation>
    </message>
    <message>
        <source>required</source>
        <translation>اللزوم</translation>
    </message>
    <message>
        <source>from</source>
        <translation>من</translation>
    </message>
    <message>
        <source>to</source>
        <translation>إلى</translation>
    </message>
</context>
<context>
    <name>LabelsPage</name>
    <message>
        <source>Labels</source>
        <translation>الأصناف</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>الصنف</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>الخصائص</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>إضافة…</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>إضافة صنف</translation>
    </message>
    <message>
        <source>Up (Alt+↑)</source>
        <translation>إلى أعلى (Alt+↑)</translation>
    </message>
    <message>
        <source>Down (Alt+↓)</source>
        <translation>إلى أسفل (Alt+↓)</translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation>المزيد ▾</translation>
    </message>
    <message>
        <source>More to do with the label</source>
        <translation>أوامر أخرى على الصنف</translation>
    </message>
    <message>
        <source>Attributes ({count})</source>
        <translation>الخصائص ({count})</translation>
    </message>
    <message>
        <source>Its name in gold data</source>
        <translation>الاسم في البيانات الذهبية</translation>
    </message>
    <message>
        <source>{count} stay as they are</source>
        <translation>تبقى كما هي: {count}</translation>
    </message>
    <message>
        <source>Offer {label} no longer?</source>
        <translation>إيقاف استعمال {label}؟</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>إيقاف الاستعمال</translation>
    </message>
    <message>
        <source>Delete {label}? This deletes:</source>
        <translation>حذف {label}؟ سيُحذف معه:</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Merge {label} into {target}? This gives the label {target} to:</source>
        <translation>دمج {label} في {target}؟ سينتقل إلى الصنف {target}:</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>دمج</translation>
    </message>
    <message>
        <source>Split {label}? This gives the label {name} to:</source>
        <translation>تقسيم {label}؟ سينتقل إلى الصنف {name}:</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>تقسيم</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>دمج في…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>تقسيم…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>Offer again</source>
        <translation>إعادة إلى الاستعمال</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Before it is done</source>
        <translation>قبل الإنجاز</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>الاتّساق</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>التعليقات</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجلّ</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>الكيانات</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>البحث</translation>
    </message>
    <message>
        <source>Mark all like this</source>
        <translation>وسم كل ما يشبه هذا</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>الاقتراحات</translation>
    </message>
    <message>
        <source>Sanad</source>
        <translation>سند</translation>
    </message>
    <message>
        <source>Read-only: {owner} has this project open. Close it there to make changes here.</source>
        <translation>للقراءة فقط: المشروع مفتوح لدى {owner}. أغلقه هناك لتعمل هنا.</translation>
    </message>
    <message>
        <source>Read-only: this file cannot be written. Copy it to a folder of yours to make changes.</source>
        <translation>للقراءة فقط: لا يمكن الكتابة في هذا الملف. انسخه إلى مجلّد لك لتعمل فيه.</translation>
    </message>
    <message>
        <source>{project} – Sanad</source>
        <translation>{project} – سند</translation>
    </message>
</context>
<context>
    <name>MappingForm</name>
    <message>
        <source>Relations</source>
        <translation>العلاقات</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>المناطق</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>الأصناف</translation>
    </message>
    <message numerus="yes">
        <source>The %n most frequent are shown; the others go as is proposed.</source>
        <translation>
            <numerusform>لا يظهر منها شيء؛ يُعمل فيها بالمقترَح.</numerusform>
            <numerusform>يظهر أكثرها تكرارًا فقط؛ ويُعمل في البقية بالمقترَح.</numerusform>
            <numerusform>يظهر الاثنان الأكثر تكرارًا؛ ويُعمل في البقية بالمقترَح.</numerusform>
            <numerusform>تظهر الـ%n الأكثر تكرارًا؛ ويُعمل في البقية بالمقترَح.</numerusform>
            <numerusform>تظهر الـ%n الأكثر تكرارًا؛ ويُعمل في البقية بالمقترَح.</numerusform>
            <numerusform>تظهر الـ%n الأكثر تكرارًا؛ ويُعمل في البقية بالمقترَح.</numerusform>
        </translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(بلا اسم)</translation>
    </message>
    <message>
        <source>{name} becomes</source>
        <translation>ما يقابل {name}</translation>
    </message>
    <message>
        <source>{first} and {second} both become {ours}; which one it was is not kept.</source>
        <translation>يصير كل من {first} و{second} «{ours}»، ولا يُحفظ أيّهما كان.</translation>
    </message>
    <message>
        <source>{names} all become {ours}; which one it was is not kept.</source>
        <translation>كل هذه تصير «{ours}»: {names}، ولا يُحفظ أيّها كان.</translation>
    </message>
</context>
<context>
    <name>MarkAllFoot</name>
    <message>
        <source>Space: tick · Enter: mark this one · X: leave out · Shift+Enter: see it in the article</source>
        <translation>تأشير: المسافة · وسم هذا الموضع: Enter · استبعاد: X · عرضه في المقالة: ⁦Shift+Enter⁩</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Mark all that is ticked (Ctrl+Enter)</source>
        <translation>وسم كل ما أُشّر عليه (⁦Ctrl+Enter⁩)</translation>
    </message>
    <message numerus="yes">
        <source>Mark %n</source>
        <translation>
            <numerusform>وسم</numerusform>
            <numerusform>وسم موضع واحد</numerusform>
            <numerusform>وسم موضعين</numerusform>
            <numerusform>وسم %n مواضع</numerusform>
            <numerusform>وسم %n موضعًا</numerusform>
            <numerusform>وسم %n موضع</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkAllHead</name>
    <message>
        <source>Label</source>
        <translation>الصنف</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>أين</translation>
    </message>
    <message>
        <source>In all articles</source>
        <translation>في كل المقالات</translation>
    </message>
    <message>
        <source>In this article</source>
        <translation>في هذه المقالة</translation>
    </message>
    <message>
        <source>Finished articles too</source>
        <translation>المقالات المنجزة أيضًا</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Changed since · look again</source>
        <translation>تغيّر شيء · البحث ثانية</translation>
    </message>
    <message>
        <source>Which label?</source>
        <translation>أي صنف؟</translation>
    </message>
    <message>
        <source>Which label are these words to have? Press its key: {labels}</source>
        <translation>أي صنف لهذه الكلمات؟ اضغط مفتاحه: {labels}</translation>
    </message>
    <message numerus="yes">
        <source>{hits} in %n article(s)</source>
        <translation>
            <numerusform>{hits} ليس في أي مقالة</numerusform>
            <numerusform>{hits} في مقالة واحدة</numerusform>
            <numerusform>{hits} في مقالتين</numerusform>
            <numerusform>{hits} في %n مقالات</numerusform>
            <numerusform>{hits} في %n مقالةً</numerusform>
            <numerusform>{hits} في %n مقالة</numerusform>
        </translation>
    </message>
    <message>
        <source>marked already: {counts}</source>
        <translation>موسوم من قبل: {counts}</translation>
    </message>
    <message>
        <source>the key of a label decides for a line or a group</source>
        <translation>مفتاح الصنف يحسم سطرًا أو مجموعة</translation>
    </message>
    <message numerus="yes">
        <source>%n finished article(s) passed over</source>
        <translation>
            <numerusform>لا مقالات منجزة خارج البحث</numerusform>
            <numerusform>خارج البحث مقالة منجزة واحدة</numerusform>
            <numerusform>خارج البحث مقالتان منجزتان</numerusform>
            <numerusform>خارج البحث %n مقالات منجزة</numerusform>
            <numerusform>خارج البحث %n مقالةً منجزة</numerusform>
            <numerusform>خارج البحث %n مقالة منجزة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkAllPanel</name>
    <message>
        <source>Places to mark</source>
        <translation>المواضع المراد وسمها</translation>
    </message>
    <message>
        <source>There are more than {count} places, and only the first are shown.</source>
        <translation>المواضع أكثر من {count}، ولا يظهر إلا أولها.</translation>
    </message>
    <message numerus="yes">
        <source>Marked %n</source>
        <translation>
            <numerusform>لم يوسم شيء</numerusform>
            <numerusform>وُسم موضع واحد</numerusform>
            <numerusform>وُسم موضعان</numerusform>
            <numerusform>وُسمت %n مواضع</numerusform>
            <numerusform>وُسم %n موضعًا</numerusform>
            <numerusform>وُسم %n موضع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s).</source>
        <translation>
            <numerusform>ليس في أي مقالة.</numerusform>
            <numerusform>في مقالة واحدة.</numerusform>
            <numerusform>في مقالتين.</numerusform>
            <numerusform>في %n مقالات.</numerusform>
            <numerusform>في %n مقالةً.</numerusform>
            <numerusform>في %n مقالة.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was marked already.</source>
        <translation>كان موسومًا من قبل.</translation>
    </message>
    <message>
        <source>Nothing was marked.</source>
        <translation>لم يوسم شيء.</translation>
    </message>
    <message>
        <source>Select an annotation or words in the article and press A.</source>
        <translation>اختر وسمًا أو حدّد كلمات في المقالة واضغط A.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>يجري البحث…</translation>
    </message>
    <message>
        <source>These words stand nowhere else, or they are marked everywhere already.</source>
        <translation>لم ترد هذه الكلمات في موضع آخر، أو هي موسومة في كل مواضعها.</translation>
    </message>
</context>
<context>
    <name>MendingDialog</name>
    <message>
        <source>Places to mend</source>
        <translation>المواضع المراد إصلاحها</translation>
    </message>
    <message>
        <source>Space ticks, Enter mends what is ticked.</source>
        <translation>تؤشّر المسافة، ويصلح Enter ما أُشّر عليه.</translation>
    </message>
    <message>
        <source>Each of these becomes {label}, as most are. Undo takes it back.</source>
        <translation>يصير صنف كل من هذه المواضع «{label}» كما هو الغالب. والتراجع يعيد ذلك كما كان.</translation>
    </message>
    <message>
        <source>Each of these is marked as above, as most are. Undo takes it back.</source>
        <translation>يوسم كل من هذه المواضع كما في الأعلى، وهو الغالب. والتراجع يعيد ذلك كما كان.</translation>
    </message>
    <message>
        <source>Each of these is marked as {label}. Undo takes it back.</source>
        <translation>يوسم كل من هذه المواضع بالصنف «{label}». والتراجع يعيد ذلك كما كان.</translation>
    </message>
    <message>
        <source>Each of these gets the annotations it lacks, as the same sentence has them elsewhere. Undo takes it back.</source>
        <translation>تُضاف إلى كل من هذه المواضع الوسوم التي تنقصه، كما هي في الجملة نفسها حيث وردت. والتراجع يعيد ذلك كما كان.</translation>
    </message>
    <message numerus="yes">
        <source>Mend %n</source>
        <translation>
            <numerusform>إصلاح</numerusform>
            <numerusform>إصلاح موضع واحد</numerusform>
            <numerusform>إصلاح موضعين</numerusform>
            <numerusform>إصلاح %n مواضع</numerusform>
            <numerusform>إصلاح %n موضعًا</numerusform>
            <numerusform>إصلاح %n موضع</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge a label</source>
        <translation>دمج صنف</translation>
    </message>
    <message>
        <source>Merge {label} into</source>
        <translation>دمج {label} في</translation>
    </message>
    <message>
        <source>Label to merge into</source>
        <translation>الصنف الذي يُدمج فيه</translation>
    </message>
    <message>
        <source>Its attributes go along; the next step shows what changes.</source>
        <translation>تنتقل خصائصه معه؛ والخطوة التالية تُري ما سيتغيّر.</translation>
    </message>
    <message>
        <source>Merge entities</source>
        <translation>دمج كيانات</translation>
    </message>
    <message numerus="yes">
        <source>These %n are one. What is it called?</source>
        <translation>
            <numerusform>لا كيانات للدمج.</numerusform>
            <numerusform>هذا كيان واحد. ما اسمه؟</numerusform>
            <numerusform>هذان كيان واحد. ما اسمه؟</numerusform>
            <numerusform>هذه الكيانات الـ%n كيان واحد. ما اسمه؟</numerusform>
            <numerusform>هذه الكيانات الـ%n كيان واحد. ما اسمه؟</numerusform>
            <numerusform>هذه الكيانات الـ%n كيان واحد. ما اسمه؟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>لم يُذكر</numerusform>
            <numerusform>ذُكر مرة واحدة</numerusform>
            <numerusform>ذُكر مرتين</numerusform>
            <numerusform>ذُكر %n مرات</numerusform>
            <numerusform>ذُكر %n مرة</numerusform>
            <numerusform>ذُكر %n مرة</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>دمج</translation>
    </message>
    <message numerus="yes">
        <source>{name} will have %n mention(s).</source>
        <translation>
            <numerusform>لن يكون {name} مذكورًا.</numerusform>
            <numerusform>سيكون {name} مذكورًا مرة واحدة.</numerusform>
            <numerusform>سيكون {name} مذكورًا مرتين.</numerusform>
            <numerusform>سيكون {name} مذكورًا %n مرات.</numerusform>
            <numerusform>سيكون {name} مذكورًا %n مرة.</numerusform>
            <numerusform>سيكون {name} مذكورًا %n مرة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Also called: {names}</source>
        <translation>أسماؤه الأخرى: {names}</translation>
    </message>
    <message>
        <source>Undo takes it back.</source>
        <translation>والتراجع يعيد ذلك كما كان.</translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>مشروع جديد</translation>
    </message>
    <message>
        <source>The name your annotations carry</source>
        <translation>الاسم الذي تحمله وسومك</translation>
    </message>
    <message>
        <source>Actors, locations, figures, claims</source>
        <translation>جهات وأماكن وأرقام وادّعاءات</translation>
    </message>
    <message>
        <source>None yet; they can be added at any time.</source>
        <translation>لا شيء بعد، ويمكن إضافتها في أي وقت.</translation>
    </message>
    <message>
        <source>Create the project</source>
        <translation>إنشاء المشروع</translation>
    </message>
    <message>
        <source>Say where the project is to be kept.</source>
        <translation>حدّد مكان حفظ المشروع.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>ملف المشروع</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Label set</source>
        <translation>مجموعة الأصناف</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>من ملف…</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>ملفات…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>مجلّد…</translation>
    </message>
    <message>
        <source>Sanad projects (*.sanad)</source>
        <translation>مشاريع سند (*.sanad)</translation>
    </message>
    <message>
        <source>Where to keep the project</source>
        <translation>مكان حفظ المشروع</translation>
    </message>
    <message>
        <source>Label sets (*.json)</source>
        <translation>مجموعات أصناف (*.json)</translation>
    </message>
    <message>
        <source>Add articles or annotations</source>
        <translation>إضافة مقالات أو وسوم</translation>
    </message>
    <message>
        <source>Add a folder of articles</source>
        <translation>إضافة مجلّد مقالات</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find an action</source>
        <translation>البحث عن أمر</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>ماذا تريد أن تفعل؟</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>الأوامر</translation>
    </message>
</context>
<context>
    <name>ParagraphCount</name>
    <message numerus="yes">
        <source>{where} / %n paragraph(s)</source>
        <translation>
            <numerusform>{where} / %n فقرة</numerusform>
            <numerusform>{where} / فقرة واحدة</numerusform>
            <numerusform>{where} / فقرتان</numerusform>
            <numerusform>{where} / %n فقرات</numerusform>
            <numerusform>{where} / %n فقرة</numerusform>
            <numerusform>{where} / %n فقرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{zone} · %n paragraph(s)</source>
        <translation>
            <numerusform>{zone} · %n فقرة</numerusform>
            <numerusform>{zone} · فقرة واحدة</numerusform>
            <numerusform>{zone} · فقرتان</numerusform>
            <numerusform>{zone} · %n فقرات</numerusform>
            <numerusform>{zone} · %n فقرة</numerusform>
            <numerusform>{zone} · %n فقرة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartButton</name>
    <message>
        <source>Accept {title}: {value}</source>
        <translation>قبول {title}: {value}</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Type to narrow</source>
        <translation>اكتب لتضييق القائمة</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>الأجوبة</translation>
    </message>
    <message>
        <source>1–9 or Enter takes, Esc goes back. A click on an annotation takes it too.</source>
        <translation>يختار 1–9 أو Enter، ويعود Esc. والنقر على وسم يختاره أيضًا.</translation>
    </message>
    <message>
        <source>1–9 or Enter takes, Esc goes back.</source>
        <translation>يختار 1–9 أو Enter، ويعود Esc.</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>Plot of the values</source>
        <translation>رسم القيم</translation>
    </message>
    <message numerus="yes">
        <source>%n without a number</source>
        <translation>
            <numerusform>لا شيء بلا عدد</numerusform>
            <numerusform>واحد بلا عدد</numerusform>
            <numerusform>اثنان بلا عدد</numerusform>
            <numerusform>%n بلا عدد</numerusform>
            <numerusform>%n بلا عدد</numerusform>
            <numerusform>%n بلا عدد</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these figures has a number yet.</source>
        <translation>ليس لأي من هذه الأرقام قيمة بعد.</translation>
    </message>
</context>
<context>
    <name>PolicyPage</name>
    <message>
        <source>Where an annotation begins when a word is taken that و ف ب ل or ك is written onto.</source>
        <translation>من أين يبدأ الوسم حين تؤخذ كلمة اتصلت بأولها و أو ف أو ب أو ل أو ك.</translation>
    </message>
    <message>
        <source>After the letter: only واشنطن of وواشنطن</source>
        <translation>بعد الحرف: «واشنطن» وحدها من «وواشنطن»</translation>
    </message>
    <message>
        <source>With the letter: all of وواشنطن</source>
        <translation>مع الحرف: «وواشنطن» كلها</translation>
    </message>
    <message>
        <source>What is annotated already stays as it is, and any annotation may begin elsewhere.</source>
        <translation>ما وُسم من قبل يبقى كما هو، ولأي وسم أن يبدأ من موضع آخر.</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>The output begins like this</source>
        <translation>بداية الناتج</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>يجري العدّ…</translation>
    </message>
    <message>
        <source>Nothing goes out: no article is left by what you chose.</source>
        <translation>لن يُصدَّر شيء: لا مقالة توافق ما اخترته.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقالة واحدة</numerusform>
            <numerusform>مقالتان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالةً</numerusform>
            <numerusform>%n مقالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>لا وسوم</numerusform>
            <numerusform>وسم واحد</numerusform>
            <numerusform>وسمان</numerusform>
            <numerusform>%n وسوم</numerusform>
            <numerusform>%n وسمًا</numerusform>
            <numerusform>%n وسم</numerusform>
        </translation>
    </message>
    <message>
        <source>{articles} with {annotations}</source>
        <translation>{articles} ({annotations})</translation>
    </message>
    <message>
        <source>This format holds all that goes out.</source>
        <translation>هذه الصيغة تحفظ كل ما يُصدَّر.</translation>
    </message>
    <message>
        <source>Only in fields of Sanad&apos;s own, which other tools ignore and may drop: {things}.</source>
        <translation>لا تُحفظ إلا في حقول خاصة بسند، تتجاهلها الأدوات الأخرى وقد تحذفها: {things}.</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between things in a list</comment>
        <translation>؛ </translation>
    </message>
    <message>
        <source>This format cannot hold, and the project has:</source>
        <translation>في المشروع ما لا تحفظه هذه الصيغة:</translation>
    </message>
    <message>
        <source>Going out: {going}, of {all}.</source>
        <translation>يُصدَّر: {going}. وفي المشروع: {all}.</translation>
    </message>
    <message>
        <source>Going out so far: {going}, of {all}; the rest was not looked at.</source>
        <translation>يُصدَّر حتى الآن: {going}. وفي المشروع: {all}؛ ولم يُنظر في الباقي.</translation>
    </message>
    <message>
        <source>Nor does it hold: {things}.</source>
        <translation>ولا تحفظ أيضًا: {things}.</translation>
    </message>
    <message>
        <source>It does not hold: {things}.</source>
        <translation>لا تحفظ هذه الصيغة: {things}.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Save as PDF</source>
        <translation>حفظ بصيغة PDF</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>لا صفحات</numerusform>
            <numerusform>صفحة واحدة</numerusform>
            <numerusform>صفحتان</numerusform>
            <numerusform>%n صفحات</numerusform>
            <numerusform>%n صفحةً</numerusform>
            <numerusform>%n صفحة</numerusform>
        </translation>
    </message>
    <message>
        <source>{pages} written to {path}.</source>
        <translation>كُتب في {path}: {pages}.</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Projects</name>
    <message>
        <source>Open project</source>
        <translation>فتح مشروع</translation>
    </message>
    <message>
        <source>Sanad projects (*.sanad);;All files (*)</source>
        <translation>مشاريع سند (*.sanad);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>No recent projects</source>
        <translation>لا مشاريع حديثة</translation>
    </message>
</context>
<context>
    <name>Proposal</name>
    <message>
        <source>{name} (new)</source>
        <translation>{name} (جديد)</translation>
    </message>
    <message>
        <source>said by {name}</source>
        <translation>قاله {name}</translation>
    </message>
    <message>
        <source>relayed by {name}</source>
        <translation>نقله {name}</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>القائل</translation>
    </message>
    <message>
        <source>Relayed by</source>
        <translation>الناقل</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>الكيان</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
</context>
<context>
    <name>ProposalSection</name>
    <message>
        <source>Proposed</source>
        <translation>المقترَح</translation>
    </message>
    <message>
        <source>Accept all that is proposed</source>
        <translation>قبول كل المقترَح</translation>
    </message>
</context>
<context>
    <name>Proposing</name>
    <message>
        <source>Proposals are switched off in the settings.</source>
        <translation>الاقتراحات موقوفة في الإعدادات.</translation>
    </message>
    <message>
        <source>Nothing is proposed for this annotation.</source>
        <translation>لا مقترَح لهذا الوسم.</translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message>
        <source>Add articles or annotations</source>
        <translation>إضافة مقالات أو وسوم</translation>
    </message>
    <message>
        <source>How are these files to be read?</source>
        <translation>كيف تُقرأ هذه الملفات؟</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>ReasonField</name>
    <message>
        <source>Why may this stand?</source>
        <translation>لماذا يجوز أن يبقى هذا كما هو؟</translation>
    </message>
</context>
<context>
    <name>RelationRow</name>
    <message>
        <source>Remove the relation</source>
        <translation>حذف العلاقة</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>الانتقال إليه</translation>
    </message>
    <message>
        <source>Change type or target… (R)</source>
        <translation>تغيير النوع أو الطرف… (R)</translation>
    </message>
</context>
<context>
    <name>Relations</name>
    <message>
        <source>Which relation?</source>
        <translation>أي علاقة؟</translation>
    </message>
    <message>
        <source>Who said it?</source>
        <translation>من القائل؟</translation>
    </message>
    <message>
        <source>The outlet itself</source>
        <translation>الصحيفة نفسها</translation>
    </message>
    <message>
        <source>Somebody not named</source>
        <translation>قائل غير مسمّى</translation>
    </message>
    <message>
        <source>What did they say?</source>
        <translation>ما الذي قاله؟</translation>
    </message>
    <message>
        <source>Another relation…</source>
        <translation>علاقة أخرى…</translation>
    </message>
</context>
<context>
    <name>RelationsPage</name>
    <message>
        <source>Relation types</source>
        <translation>أنواع العلاقات</translation>
    </message>
    <message>
        <source>Name in gold data</source>
        <translation>الاسم في البيانات الذهبية</translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation>العنوان بالإنجليزية</translation>
    </message>
    <message>
        <source>Title in Arabic</source>
        <translation>العنوان بالعربية</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>إضافة…</translation>
    </message>
    <message>
        <source>Add a relation type</source>
        <translation>إضافة نوع علاقة</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>Delete the relation type</source>
        <translation>حذف نوع العلاقة</translation>
    </message>
    <message>
        <source>Its name in gold data</source>
        <translation>الاسم في البيانات الذهبية</translation>
    </message>
    <message>
        <source>Delete {relation}? This deletes:</source>
        <translation>حذف {relation}؟ سيُحذف معها:</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Call {relation} {name} in gold data?</source>
        <translation>تسمية {relation} باسم {name} في البيانات الذهبية؟</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة التسمية</translation>
    </message>
    <message>
        <source>Nothing ticked means any label. Relations that are there stay; lint tells of them.</source>
        <translation>إن لم يُختر شيء جاز أي صنف. تبقى العلاقات الموجودة، وينبّه الفحص إلى ما يخالف.</translation>
    </message>
</context>
<context>
    <name>RelationsSection</name>
    <message>
        <source>Link to…</source>
        <translation>ربط بـ…</translation>
    </message>
    <message>
        <source>Link this annotation to another (R)</source>
        <translation>ربط هذا الوسم بآخر (R)</translation>
    </message>
    <message>
        <source>{relation} (from here)</source>
        <translation>{relation} (من هنا)</translation>
    </message>
    <message>
        <source>Inside {label}</source>
        <translation>داخل: {label}</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>ملحوظة</translation>
    </message>
</context>
<context>
    <name>ReviewerButton</name>
    <message>
        <source>Reviewer: {name}</source>
        <translation>المراجِع: {name}</translation>
    </message>
    <message>
        <source>Add a reviewer…</source>
        <translation>إضافة مراجِع…</translation>
    </message>
    <message>
        <source>Add a reviewer</source>
        <translation>إضافة مراجِع</translation>
    </message>
    <message>
        <source>Name of the reviewer</source>
        <translation>اسم المراجِع</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>{number} sorts by this, and again the other way round</source>
        <translation>يفرز {number} بحسب هذا العمود، وبتكراره ينعكس الترتيب</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>How Sanad finds and proposes</source>
        <translation>كيف يبحث سند ويقترح</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search all articles</source>
        <translation>البحث في كل المقالات</translation>
    </message>
    <message>
        <source>How it is spelt</source>
        <translation>الكتابة</translation>
    </message>
    <message>
        <source>Similar spelling</source>
        <translation>بكتابة مشابهة</translation>
    </message>
    <message>
        <source>As typed</source>
        <translation>كما كُتب</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>تعبير نمطي</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>كلمات كاملة</translation>
    </message>
    <message>
        <source>Whole words, also after و ف ب ل ك</source>
        <translation>كلمات كاملة، ولو بعد و ف ب ل ك</translation>
    </message>
    <message>
        <source>Spelling ▾</source>
        <translation>الكتابة ▾</translation>
    </message>
    <message>
        <source>Which spellings are taken for the same</source>
        <translation>أي صيغ الكتابة تُعدّ واحدة</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Look only in some annotations or articles</source>
        <translation>البحث في بعض الوسوم أو المقالات فقط</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>التجميع</translation>
    </message>
    <message>
        <source>By article</source>
        <translation>حسب المقالة</translation>
    </message>
    <message>
        <source>By form</source>
        <translation>حسب الصيغة</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>بلا تجميع</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>In order of place</source>
        <translation>بترتيب المواضع</translation>
    </message>
    <message>
        <source>By the words before</source>
        <translation>حسب ما قبلها</translation>
    </message>
    <message>
        <source>By the words after</source>
        <translation>حسب ما بعدها</translation>
    </message>
    <message>
        <source>In order of form</source>
        <translation>بترتيب الصيغ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation>إيقاف البحث</translation>
    </message>
    <message>
        <source>Changed since · search again</source>
        <translation>تغيّر شيء · البحث ثانية</translation>
    </message>
    <message>
        <source>Search again (Enter)</source>
        <translation>البحث ثانية (Enter)</translation>
    </message>
</context>
<context>
    <name>SearchFilters</name>
    <message>
        <source>Labels to look in</source>
        <translation>الأصناف التي يُبحث فيها</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>المراجِع</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Any entity</source>
        <translation>أي كيان</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>الكيان</translation>
    </message>
    <message>
        <source>+ Condition</source>
        <translation>+ شرط</translation>
    </message>
    <message>
        <source>Only annotations with some value, such as figures over 1000</source>
        <translation>الوسوم التي لها قيمة معيّنة فقط، كالأرقام فوق 1000</translation>
    </message>
    <message>
        <source>Any reviewer</source>
        <translation>أي مراجِع</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديدة</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>قيد العمل</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>منجزة</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>أي حالة</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>في أي موضع</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Hits</source>
        <translation>المواضع</translation>
    </message>
    <message>
        <source>There are more than {count} hits, and only the first are shown. Look for more words, or use filters.</source>
        <translation>المواضع أكثر من {count}، ولا يظهر إلا أولها. ابحث عن كلمات أكثر، أو استعمل التصفية.</translation>
    </message>
    <message>
        <source>Nothing was found. Fewer filters find more.</source>
        <translation>لم يُعثر على شيء. خفّف شروط التصفية لتجد أكثر.</translation>
    </message>
    <message>
        <source>Nothing was found. “Similar spelling” without “Whole words” may find more.</source>
        <translation>لم يُعثر على شيء. قد تجد أكثر «بكتابة مشابهة» من دون «كلمات كاملة».</translation>
    </message>
    <message>
        <source>Nothing was found. “Similar spelling” may find more.</source>
        <translation>لم يُعثر على شيء. قد تجد أكثر «بكتابة مشابهة».</translation>
    </message>
    <message>
        <source>Nothing was found. Without “Whole words” there may be more.</source>
        <translation>لم يُعثر على شيء. قد تجد أكثر من دون «كلمات كاملة».</translation>
    </message>
    <message>
        <source>Nothing was found in any article.</source>
        <translation>لم يُعثر على شيء في أي مقالة.</translation>
    </message>
    <message>
        <source>Type words to look for in all articles: hamzas, marks and digits may be spelt in any way. Filters without words list annotations.</source>
        <translation>اكتب كلمات للبحث عنها في كل المقالات، كيفما كُتبت همزاتها وحركاتها وأرقامها. والتصفية بلا كلمات تسرد الوسوم.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>يجري البحث…</translation>
    </message>
    <message numerus="yes">
        <source>{hits} in %n article(s)</source>
        <translation>
            <numerusform>{hits} ليس في أي مقالة</numerusform>
            <numerusform>{hits} في مقالة واحدة</numerusform>
            <numerusform>{hits} في مقالتين</numerusform>
            <numerusform>{hits} في %n مقالات</numerusform>
            <numerusform>{hits} في %n مقالةً</numerusform>
            <numerusform>{hits} في %n مقالة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionForm</name>
    <message>
        <source>All layers</source>
        <translation>كل الطبقات</translation>
    </message>
    <message>
        <source>The adjudicated layer of an article, or else its reviewers&apos;</source>
        <translation>طبقة التحكيم في كل مقالة، وإلا فطبقات مراجِعيها</translation>
    </message>
    <message>
        <source>Adjudicated layers only</source>
        <translation>طبقات التحكيم فقط</translation>
    </message>
    <message>
        <source>Reviewers&apos; layers only</source>
        <translation>طبقات المراجِعين فقط</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>الطبقات</translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation>المراجِعون</translation>
    </message>
    <message>
        <source>Whatever their status</source>
        <translation>كلها، بأي حالة كانت</translation>
    </message>
    <message>
        <source>Only those marked done</source>
        <translation>المنجزة فقط</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>Only if somebody has begun them</source>
        <translation>ما بدأ العمل فيه فقط</translation>
    </message>
    <message>
        <source>All, with no annotations</source>
        <translation>كلها، بلا وسوم</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء منها</translation>
    </message>
    <message>
        <source>Not annotated</source>
        <translation>غير الموسومة</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>الأصناف</translation>
    </message>
    <message>
        <source>Leave out what is in</source>
        <translation>استبعاد ما في</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>لا وسوم</numerusform>
            <numerusform>وسم واحد</numerusform>
            <numerusform>وسمان</numerusform>
            <numerusform>%n وسوم</numerusform>
            <numerusform>%n وسمًا</numerusform>
            <numerusform>%n وسم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Language of the window</source>
        <translation>لغة النافذة</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Digits in counts</source>
        <translation>أرقام الأعداد</translation>
    </message>
    <message>
        <source>Invisible characters</source>
        <translation>المحارف الخفية</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>الاقتراحات</translation>
    </message>
    <message>
        <source>Labels beside what the mouse selects</source>
        <translation>الأصناف بجانب ما تحدّده الفأرة</translation>
    </message>
    <message>
        <source>Backup when a project is opened</source>
        <translation>نسخة احتياطية عند فتح المشروع</translation>
    </message>
    <message>
        <source>Typeface of the article</source>
        <translation>خط المقالة</translation>
    </message>
    <message>
        <source>Size of the article</source>
        <translation>حجم خط المقالة</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>ارتفاع السطر</translation>
    </message>
    <message>
        <source>Longest line</source>
        <translation>أطول سطر</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>كالنظام</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>العربية</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتحة</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكنة</translation>
    </message>
    <message>
        <source>1 2 3</source>
        <translation>⁦1 2 3⁩</translation>
    </message>
    <message>
        <source>١ ٢ ٣</source>
        <translation>١ ٢ ٣</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>مخفية</translation>
    </message>
    <message>
        <source>Shown as badges</source>
        <translation>ظاهرة بشارات</translation>
    </message>
    <message>
        <source>Made, and figures filled in</source>
        <translation>تُعرض، وتُملأ خصائص الأرقام</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>ظاهرة</translation>
    </message>
    <message>
        <source>Made, if anything has changed</source>
        <translation>تُحفظ إن تغيّر شيء</translation>
    </message>
    <message>
        <source>Not made</source>
        <translation>موقوفة</translation>
    </message>
    <message>
        <source>pt</source>
        <translation>نقطة</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>حرفًا</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split a label</source>
        <translation>تقسيم صنف</translation>
    </message>
    <message>
        <source>Split {label}</source>
        <translation>تقسيم {label}</translation>
    </message>
    <message>
        <source>Annotations with this value get the new label.</source>
        <translation>الوسوم التي لها هذه القيمة تأخذ الصنف الجديد.</translation>
    </message>
    <message>
        <source>Name of the new label</source>
        <translation>اسم الصنف الجديد</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>الخاصية</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
</context>
<context>
    <name>SplitsForm</name>
    <message>
        <source>Split the articles into parts to train, tune and test on</source>
        <translation>تقسيم المقالات إلى أجزاء للتدريب والضبط والاختبار</translation>
    </message>
    <message>
        <source>dev</source>
        <translation>dev</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>البذرة العشوائية</translation>
    </message>
    <message>
        <source>Labels are spread evenly, and articles that are nearly the same stay together.</source>
        <translation>تتوزّع الأصناف بالتناسب، وتبقى المقالات المتشابهة جدًّا في جزء واحد.</translation>
    </message>
    <message>
        <source>train {share}</source>
        <translation>‏train {share}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Read-only</source>
        <translation>للقراءة فقط</translation>
    </message>
    <message>
        <source>✓ Saved</source>
        <translation>✓ محفوظ</translation>
    </message>
    <message>
        <source>¶ {number}</source>
        <translation>الفقرة {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>لا أحرف</numerusform>
            <numerusform>حرف واحد</numerusform>
            <numerusform>حرفان</numerusform>
            <numerusform>%n أحرف</numerusform>
            <numerusform>%n حرفًا</numerusform>
            <numerusform>%n حرف</numerusform>
        </translation>
    </message>
    <message>
        <source>{inner} in {outer}</source>
        <translation>{inner} داخل {outer}</translation>
    </message>
    <message>
        <source>{done} of {documents} done</source>
        <translation>أُنجز {done} من {documents}</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) today</source>
        <translation>
            <numerusform>لا وسوم اليوم</numerusform>
            <numerusform>وسم واحد اليوم</numerusform>
            <numerusform>وسمان اليوم</numerusform>
            <numerusform>%n وسوم اليوم</numerusform>
            <numerusform>%n وسمًا اليوم</numerusform>
            <numerusform>%n وسم اليوم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>create</source>
        <translation>إنشاء</translation>
    </message>
    <message>
        <source>import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>وسم</translation>
    </message>
    <message>
        <source>retag</source>
        <translation>تغيير الصنف</translation>
    </message>
    <message>
        <source>untag</source>
        <translation>حذف الوسم</translation>
    </message>
    <message>
        <source>move boundary</source>
        <translation>تحريك الحدّ</translation>
    </message>
    <message>
        <source>set note</source>
        <translation>كتابة ملاحظة</translation>
    </message>
    <message>
        <source>set attributes</source>
        <translation>تعديل الخصائص</translation>
    </message>
    <message>
        <source>set status</source>
        <translation>تغيير الحالة</translation>
    </message>
    <message>
        <source>set direction</source>
        <translation>تغيير الاتجاه</translation>
    </message>
    <message>
        <source>relate</source>
        <translation>ربط</translation>
    </message>
    <message>
        <source>unrelate</source>
        <translation>فكّ الربط</translation>
    </message>
    <message>
        <source>accept proposal</source>
        <translation>قبول المقترَح</translation>
    </message>
    <message>
        <source>accept suggestion</source>
        <translation>قبول اقتراح</translation>
    </message>
    <message>
        <source>mark all</source>
        <translation>وسم المتشابه</translation>
    </message>
    <message>
        <source>reject suggestion</source>
        <translation>رفض اقتراح</translation>
    </message>
    <message>
        <source>mark agreement</source>
        <translation>الحكم بالاتفاق</translation>
    </message>
    <message>
        <source>mark conflict</source>
        <translation>الحكم بالتعارض</translation>
    </message>
    <message>
        <source>mark different scope</source>
        <translation>الحكم باختلاف النطاق</translation>
    </message>
    <message>
        <source>unmark comparison</source>
        <translation>سحب حكم</translation>
    </message>
    <message>
        <source>note comparison</source>
        <translation>كتابة ملاحظة على حكم</translation>
    </message>
    <message>
        <source>add reviewer</source>
        <translation>إضافة مراجِع</translation>
    </message>
    <message>
        <source>remove document</source>
        <translation>حذف مقالة</translation>
    </message>
    <message>
        <source>add attribute</source>
        <translation>إضافة خاصية</translation>
    </message>
    <message>
        <source>add choice</source>
        <translation>إضافة خيار</translation>
    </message>
    <message>
        <source>add entity</source>
        <translation>إضافة كيان</translation>
    </message>
    <message>
        <source>add label</source>
        <translation>إضافة صنف</translation>
    </message>
    <message>
        <source>add relation type</source>
        <translation>إضافة نوع علاقة</translation>
    </message>
    <message>
        <source>add zone kind</source>
        <translation>إضافة نوع منطقة</translation>
    </message>
    <message>
        <source>change attribute</source>
        <translation>تعديل خاصية</translation>
    </message>
    <message>
        <source>change key</source>
        <translation>تغيير المفتاح</translation>
    </message>
    <message>
        <source>change label</source>
        <translation>تعديل صنف</translation>
    </message>
    <message>
        <source>change relation</source>
        <translation>تعديل علاقة</translation>
    </message>
    <message>
        <source>change relation type</source>
        <translation>تعديل نوع علاقة</translation>
    </message>
    <message>
        <source>change zone kind</source>
        <translation>تعديل نوع منطقة</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>delete attribute</source>
        <translation>حذف خاصية</translation>
    </message>
    <message>
        <source>delete choice</source>
        <translation>حذف خيار</translation>
    </message>
    <message>
        <source>delete comment</source>
        <translation>حذف تعليق</translation>
    </message>
    <message>
        <source>delete label</source>
        <translation>حذف صنف</translation>
    </message>
    <message>
        <source>delete relation type</source>
        <translation>حذف نوع علاقة</translation>
    </message>
    <message>
        <source>delete zone kind</source>
        <translation>حذف نوع منطقة</translation>
    </message>
    <message>
        <source>dismiss</source>
        <translation>صرف النظر عن ملاحظة الفحص</translation>
    </message>
    <message>
        <source>edit comment</source>
        <translation>تعديل تعليق</translation>
    </message>
    <message>
        <source>import label set</source>
        <translation>استيراد مجموعة أصناف</translation>
    </message>
    <message>
        <source>link entity</source>
        <translation>ربط بكيان</translation>
    </message>
    <message>
        <source>mark zone</source>
        <translation>تعليم منطقة</translation>
    </message>
    <message>
        <source>merge entities</source>
        <translation>دمج كيانات</translation>
    </message>
    <message>
        <source>merge labels</source>
        <translation>دمج أصناف</translation>
    </message>
    <message>
        <source>remove entity</source>
        <translation>حذف كيان</translation>
    </message>
    <message>
        <source>rename attribute</source>
        <translation>إعادة تسمية خاصية</translation>
    </message>
    <message>
        <source>rename choice</source>
        <translation>إعادة تسمية خيار</translation>
    </message>
    <message>
        <source>rename entity</source>
        <translation>إعادة تسمية كيان</translation>
    </message>
    <message>
        <source>rename label</source>
        <translation>إعادة تسمية صنف</translation>
    </message>
    <message>
        <source>rename relation type</source>
        <translation>إعادة تسمية نوع علاقة</translation>
    </message>
    <message>
        <source>rename zone kind</source>
        <translation>إعادة تسمية نوع منطقة</translation>
    </message>
    <message>
        <source>reopen comment</source>
        <translation>إعادة فتح تعليق</translation>
    </message>
    <message>
        <source>reorder attributes</source>
        <translation>ترتيب الخصائص</translation>
    </message>
    <message>
        <source>reorder labels</source>
        <translation>ترتيب الأصناف</translation>
    </message>
    <message>
        <source>resolve comment</source>
        <translation>حسم تعليق</translation>
    </message>
    <message>
        <source>retire label</source>
        <translation>إيقاف صنف</translation>
    </message>
    <message>
        <source>set aliases</source>
        <translation>تعديل الأسماء الأخرى</translation>
    </message>
    <message>
        <source>set proclitics</source>
        <translation>تغيير حكم السوابق</translation>
    </message>
    <message>
        <source>set sources</source>
        <translation>تحديد القائل</translation>
    </message>
    <message>
        <source>split label</source>
        <translation>تقسيم صنف</translation>
    </message>
    <message>
        <source>undismiss</source>
        <translation>إعادة ملاحظة الفحص</translation>
    </message>
    <message>
        <source>unlink entity</source>
        <translation>فكّ الربط بكيان</translation>
    </message>
    <message>
        <source>unmark zone</source>
        <translation>إلغاء تعليم منطقة</translation>
    </message>
    <message>
        <source>unretire label</source>
        <translation>إعادة صنف إلى الاستعمال</translation>
    </message>
</context>
<context>
    <name>StepsModel</name>
    <message>
        <source>you are here</source>
        <translation>أنت هنا</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>متراجَع عنها</translation>
    </message>
</context>
<context>
    <name>Suggesting</name>
    <message>
        <source>That was the last suggestion here.</source>
        <translation>كان هذا آخر اقتراح هنا.</translation>
    </message>
</context>
<context>
    <name>SuggestionCommands</name>
    <message>
        <source>Tab goes to the next suggestion; Y accepts it then.</source>
        <translation>ينتقل Tab إلى الاقتراح التالي؛ ثم يقبله Y.</translation>
    </message>
    <message>
        <source>Tab goes to the next suggestion; X rejects it then.</source>
        <translation>ينتقل Tab إلى الاقتراح التالي؛ ثم يرفضه X.</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) accepted.</source>
        <translation>
            <numerusform>لم يُقبل اقتراح.</numerusform>
            <numerusform>قُبل اقتراح واحد.</numerusform>
            <numerusform>قُبل اقتراحان.</numerusform>
            <numerusform>قُبلت %n اقتراحات.</numerusform>
            <numerusform>قُبل %n اقتراحًا.</numerusform>
            <numerusform>قُبل %n اقتراح.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionsPanel</name>
    <message>
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>قبول الكل</translation>
    </message>
    <message>
        <source>Choose an article from the list.</source>
        <translation>اختر مقالة من القائمة.</translation>
    </message>
    <message>
        <source>Read-only: nothing is suggested here.</source>
        <translation>للقراءة فقط: لا اقتراحات هنا.</translation>
    </message>
    <message>
        <source>No figure is left that is not annotated.</source>
        <translation>لم يبقَ رقم غير موسوم.</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>لا اقتراحات</numerusform>
            <numerusform>اقتراح واحد</numerusform>
            <numerusform>اقتراحان</numerusform>
            <numerusform>%n اقتراحات</numerusform>
            <numerusform>%n اقتراحًا</numerusform>
            <numerusform>%n اقتراح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) not annotated yet</source>
        <translation>
            <numerusform>لا أرقام غير موسومة</numerusform>
            <numerusform>رقم واحد لم يوسم بعد</numerusform>
            <numerusform>رقمان لم يوسما بعد</numerusform>
            <numerusform>%n أرقام لم توسم بعد</numerusform>
            <numerusform>%n رقمًا لم يوسم بعد</numerusform>
            <numerusform>%n رقم لم يوسم بعد</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>الاقتراحات</translation>
    </message>
    <message>
        <source>Tab goes to each in the article, Y accepts, X rejects.</source>
        <translation>ينتقل Tab إلى كل منها في المقالة، ويقبل Y، ويرفض X.</translation>
    </message>
</context>
<context>
    <name>TakingInDialog</name>
    <message>
        <source>Add articles or annotations</source>
        <translation>إضافة مقالات أو وسوم</translation>
    </message>
    <message>
        <source>What becomes of it here?</source>
        <translation>كيف يُؤخذ ما في الملفات؟</translation>
    </message>
    <message>
        <source>Their names, and what they become</source>
        <translation>الأسماء في الملفات، وما يقابلها هنا</translation>
    </message>
    <message>
        <source>Who annotated</source>
        <translation>من وسم</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Not named in the file</source>
        <translation>غير مسمّى في الملف</translation>
    </message>
    <message>
        <source>{name} is</source>
        <translation>من هو {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقالة واحدة</numerusform>
            <numerusform>مقالتان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالةً</numerusform>
            <numerusform>%n مقالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the files cannot be used</source>
        <translation>
            <numerusform>لا عناصر غير صالحة في الملفات</numerusform>
            <numerusform>عنصر واحد غير صالح في الملفات</numerusform>
            <numerusform>عنصران غير صالحين في الملفات</numerusform>
            <numerusform>%n عناصر غير صالحة في الملفات</numerusform>
            <numerusform>%n عنصرًا غير صالح في الملفات</numerusform>
            <numerusform>%n عنصر غير صالح في الملفات</numerusform>
        </translation>
    </message>
    <message>
        <source>What cannot be used</source>
        <translation>العناصر غير الصالحة</translation>
    </message>
    <message>
        <source>Leave these things out, and list them afterwards</source>
        <translation>تُترك هذه العناصر وتُذكر في النهاية</translation>
    </message>
    <message>
        <source>Leave out the files they are in</source>
        <translation>تُترك الملفات التي هي فيها</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are in the project already</source>
        <translation>
            <numerusform>لا مقالات موجودة في المشروع من قبل</numerusform>
            <numerusform>مقالة واحدة موجودة في المشروع من قبل</numerusform>
            <numerusform>مقالتان موجودتان في المشروع من قبل</numerusform>
            <numerusform>%n مقالات موجودة في المشروع من قبل</numerusform>
            <numerusform>%n مقالةً موجودة في المشروع من قبل</numerusform>
            <numerusform>%n مقالة موجودة في المشروع من قبل</numerusform>
        </translation>
    </message>
    <message>
        <source>Put the annotations on the articles that are there</source>
        <translation>تُضاف الوسوم إلى المقالات الموجودة</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>تُترك</translation>
    </message>
    <message>
        <source>Add them again</source>
        <translation>تُضاف مرة ثانية</translation>
    </message>
</context>
<context>
    <name>TargetBox</name>
    <message>
        <source>New: {name}</source>
        <translation>جديد: {name}</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>استبعاد</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Labels</source>
        <translation>الأصناف</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>مناطق</translation>
    </message>
    <message>
        <source>Say which paragraphs are not body text</source>
        <translation>تحديد الفقرات التي ليست من متن المقالة</translation>
    </message>
</context>
<context>
    <name>TroubleDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>حدث خطأ ما</translation>
    </message>
    <message>
        <source>This is a fault in Sanad. Everything you annotated is saved; you can go on. The details below hold no text of yours: please copy them into a report.</source>
        <translation>هذا عطل في سند. كل ما وسمته محفوظ، ويمكنك المتابعة. ليس في التفاصيل أدناه شيء من نصوصك: نرجو نسخها في بلاغ.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>نسخ التفاصيل</translation>
    </message>
</context>
<context>
    <name>UserError</name>
    <message>
        <source>A reviewer needs a name; type one.</source>
        <translation>لا بدّ للمراجِع من اسم؛ اكتب اسمًا.</translation>
    </message>
    <message>
        <source>A space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>A tab</source>
        <translation>علامة جدولة (Tab)</translation>
    </message>
    <message>
        <source>An annotation cannot be linked to itself.</source>
        <translation>لا يُربط وسم بنفسه.</translation>
    </message>
    <message>
        <source>An annotation for each part</source>
        <translation>وسم لكل جزء</translation>
    </message>
    <message>
        <source>Annotated article as a web page, to read and print</source>
        <translation>مقالة موسومة في صفحة ويب، للقراءة والطباعة</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Annotations in several parts</source>
        <translation>الوسوم ذات الأجزاء</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>Arabic that reads backwards</source>
        <translation>العربية المعكوسة</translation>
    </message>
    <message>
        <source>Articles in JSON or JSON Lines</source>
        <translation>مقالات بصيغة JSON أو JSON Lines</translation>
    </message>
    <message>
        <source>As entities (Doc.ents), of overlapping ones the innermost</source>
        <translation>كيانات (Doc.ents)، ومن المتداخلة أضيقها</translation>
    </message>
    <message>
        <source>As entities (Doc.ents), of overlapping ones the outermost</source>
        <translation>كيانات (Doc.ents)، ومن المتداخلة أوسعها</translation>
    </message>
    <message>
        <source>As it does where doccano exports a file for each user.</source>
        <translation>كما حين يصدّر doccano ملفًّا لكل مستخدم.</translation>
    </message>
    <message>
        <source>As on the page</source>
        <translation>كما في الصفحة</translation>
    </message>
    <message>
        <source>As spans, which may overlap (Doc.spans)</source>
        <translation>مقاطع قد تتداخل (Doc.spans)</translation>
    </message>
    <message>
        <source>Attribute in place of the label</source>
        <translation>خاصية تُكتب مكان الصنف</translation>
    </message>
    <message>
        <source>BILOU</source>
        <translation>BILOU</translation>
    </message>
    <message>
        <source>BIO</source>
        <translation>BIO</translation>
    </message>
    <message>
        <source>BIOES</source>
        <translation>BIOES</translation>
    </message>
    <message>
        <source>Begin with a byte order mark</source>
        <translation>بدء الملف بعلامة ترتيب البايتات (BOM)</translation>
    </message>
    <message>
        <source>Between cells</source>
        <translation>الفاصل بين الخلايا</translation>
    </message>
    <message>
        <source>Between columns</source>
        <translation>الفاصل بين الأعمدة</translation>
    </message>
    <message>
        <source>Book in EPUB</source>
        <translation>كتاب EPUB</translation>
    </message>
    <message>
        <source>Cannot open “{path}”: {reason}.</source>
        <translation>تعذّر فتح «{path}»: {reason}.</translation>
    </message>
    <message>
        <source>Cannot write a copy to “{path}”: {reason}.</source>
        <translation>تعذّرت كتابة نسخة في «{path}»: {reason}.</translation>
    </message>
    <message>
        <source>Cannot write “{path}”: {reason}.</source>
        <translation>تعذّرت كتابة «{path}»: {reason}.</translation>
    </message>
    <message>
        <source>Characters before and after</source>
        <translation>أحرف السياق قبل الوسم وبعده</translation>
    </message>
    <message>
        <source>CoNLL columns (BIO, BIOES, BILOU)</source>
        <translation>أعمدة CoNLL ‏(BIO، ‏BIOES، ‏BILOU)</translation>
    </message>
    <message>
        <source>Column of the date</source>
        <translation>عمود التاريخ</translation>
    </message>
    <message>
        <source>Column of the id or name</source>
        <translation>عمود المعرّف أو الاسم</translation>
    </message>
    <message>
        <source>Column of the source</source>
        <translation>عمود المصدر</translation>
    </message>
    <message>
        <source>Column of the text</source>
        <translation>عمود النص</translation>
    </message>
    <message>
        <source>Column of the title</source>
        <translation>عمود العنوان</translation>
    </message>
    <message>
        <source>Columns are separated by</source>
        <translation>الفاصل بين الأعمدة</translation>
    </message>
    <message>
        <source>Columns for levels</source>
        <translation>عدد أعمدة المستويات</translation>
    </message>
    <message>
        <source>Columns with tags</source>
        <translation>أعمدة العلامات</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>فاصلة (,)</translation>
    </message>
    <message>
        <source>Comment lines with the exact text and what is known of the document</source>
        <translation>أسطر تعليق فيها النص كما هو وما يُعرف عن المقالة</translation>
    </message>
    <message>
        <source>Counted as characters, spans cut words after an emoji; counted as UTF-16 units, none does. If they are wrong, import with -O unit=utf-16.</source>
        <translation>إن حُسبت المواضع بالأحرف قطعت المقاطعُ كلماتٍ بعد رمز تعبيري، وإن حُسبت بوحدات UTF-16 لم يقطع منها شيء. فإن كانت خطأ فاستورد بالخيار ⁦-O unit=utf-16⁩.</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>الجهاز أو المورد مشغول</translation>
    </message>
    <message>
        <source>Each of its files, mostly chapters</source>
        <translation>ملف من ملفات الكتاب، وهو فصل في الغالب</translation>
    </message>
    <message>
        <source>English</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>Feature that holds the label</source>
        <translation>السمة التي فيها الصنف</translation>
    </message>
    <message>
        <source>Field of the date</source>
        <translation>حقل التاريخ</translation>
    </message>
    <message>
        <source>Field of the id or name</source>
        <translation>حقل المعرّف أو الاسم</translation>
    </message>
    <message>
        <source>Field of the source</source>
        <translation>حقل المصدر</translation>
    </message>
    <message>
        <source>Field of the text</source>
        <translation>حقل النص</translation>
    </message>
    <message>
        <source>Field of the title</source>
        <translation>حقل العنوان</translation>
    </message>
    <message>
        <source>Field that holds the text (empty: text or data)</source>
        <translation>حقل النص (فارغ: text أو data)</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>الملف موجود</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>اسم الملف أطول من اللازم</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>يُعرف تلقائيًّا</translation>
    </message>
    <message>
        <source>Footnotes and endnotes</source>
        <translation>مع الحواشي السفلية والختامية</translation>
    </message>
    <message>
        <source>For a doccano project of the kind</source>
        <translation>نوع المشروع في doccano</translation>
    </message>
    <message>
        <source>For {title} another library is needed; install it with: pip install &apos;sanad[{extra}]&apos;.</source>
        <translation>تحتاج {title} إلى مكتبة أخرى؛ ثبّتها بالأمر: ⁦pip install &apos;sanad[{extra}]&apos;⁩</translation>
    </message>
    <message>
        <source>GATE XML</source>
        <translation>GATE XML</translation>
    </message>
    <message>
        <source>INCEpTION project</source>
        <translation>مشروع INCEpTION</translation>
    </message>
    <message>
        <source>If empty: label, value or category; else the type&apos;s own name is the label.</source>
        <translation>إن تُركت فارغة فهي label أو value أو category؛ وإلا فاسم النوع هو الصنف.</translation>
    </message>
    <message>
        <source>In “{document}” the annotation {subject} begins or ends with a space.</source>
        <translation>في «{document}»: يبدأ الوسم {subject} أو ينتهي بفراغ.</translation>
    </message>
    <message>
        <source>In “{document}” the annotation {subject} covers “{found}” instead.</source>
        <translation>في «{document}»: يغطي الوسم {subject} «{found}» بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>In “{document}” the annotation {subject} cuts a character.</source>
        <translation>في «{document}»: يقطع الوسم {subject} حرفًا.</translation>
    </message>
    <message>
        <source>In “{document}” the annotation {subject} has impossible attributes: {problem}</source>
        <translation>في «{document}»: للوسم {subject} خصائص لا تصحّ: {problem}</translation>
    </message>
    <message>
        <source>In “{document}” the annotation {subject} has the attribute “{name}”; its label does not define it.</source>
        <translation>في «{document}»: للوسم {subject} الخاصية «{name}»، وليست من خصائص صنفه.</translation>
    </message>
    <message>
        <source>In “{document}” the annotation {subject} has the {name} “{value}”, which is not in the list.</source>
        <translation>في «{document}»: قيمة {name} في الوسم {subject} هي «{value}»، وليست في القائمة.</translation>
    </message>
    <message>
        <source>In “{document}” the annotation {subject} lies outside the text.</source>
        <translation>في «{document}»: الوسم {subject} خارج النص.</translation>
    </message>
    <message>
        <source>In “{document}” the annotation “{subject}” by {maker} stands in the layer of {writer}.</source>
        <translation>في «{document}»: الوسم «{subject}» وضعه {maker}، وهو في طبقة {writer}.</translation>
    </message>
    <message>
        <source>In “{document}” the annotation “{subject}” has another label than its entity “{entity}”.</source>
        <translation>في «{document}»: صنف الوسم «{subject}» غير صنف كيانه «{entity}».</translation>
    </message>
    <message>
        <source>In “{document}” the annotation “{subject}” stands {count} times with the same span and label.</source>
        <translation>في «{document}»: الوسم «{subject}» مكرّر {count} مرات بالمقطع والصنف نفسيهما.</translation>
    </message>
    <message>
        <source>In “{document}” the prediction {subject} does not stand where it is noted.</source>
        <translation>في «{document}»: الاقتراح الآلي {subject} ليس في الموضع المسجّل له.</translation>
    </message>
    <message>
        <source>In “{document}” the relation {subject} links annotations of another layer.</source>
        <translation>في «{document}»: تصل العلاقة {subject} وسومًا من طبقة أخرى.</translation>
    </message>
    <message>
        <source>In “{document}” the zone {subject} lies outside the text.</source>
        <translation>في «{document}»: المنطقة {subject} خارج النص.</translation>
    </message>
    <message>
        <source>In “{document}” {kind} ({subject}) links {source} to {target}; the label set does not foresee that.</source>
        <translation>في «{document}»: تصل {kind} ‏({subject}) بين {source} و{target}؛ وهذا ليس في مجموعة الأصناف.</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>خطأ في القراءة أو الكتابة</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>قيمة غير صالحة</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>هذا مجلّد</translation>
    </message>
    <message>
        <source>It is marked so elsewhere.</source>
        <translation>موسوم هكذا في موضع آخر.</translation>
    </message>
    <message>
        <source>Its Arabic reads backwards on the page, and was turned round.</source>
        <translation>عربيّته معكوسة في الصفحة، وقد قُلبت.</translation>
    </message>
    <message>
        <source>Its heading or number; empty to let Sanad propose one, - for none.</source>
        <translation>عنوانه أو رقمه؛ اتركه فارغًا ليقترحه سند، واكتب «-» إن لم يوجد.</translation>
    </message>
    <message>
        <source>Its main clause is negated</source>
        <translation>جملته الرئيسية منفيّة</translation>
    </message>
    <message>
        <source>Its name in INCEpTION; relations have the same with “Relation” after it.</source>
        <translation>اسمها في INCEpTION؛ وللعلاقات الاسم نفسه متبوعًا بـ«Relation».</translation>
    </message>
    <message>
        <source>Its name or number; empty for the first.</source>
        <translation>اسمها أو رقمها؛ فارغ للأولى.</translation>
    </message>
    <message>
        <source>Its name, inside another as data.text; empty to let Sanad propose one, - for none.</source>
        <translation>اسمه، وإن كان داخل حقل آخر فمثل data.text؛ اتركه فارغًا ليقترحه سند، واكتب «-» إن لم يوجد.</translation>
    </message>
    <message>
        <source>Its name, where the file holds several; empty for all.</source>
        <translation>اسمه إن كان في الملف أكثر من مشروع؛ فارغ للكل.</translation>
    </message>
    <message>
        <source>JSON: one array</source>
        <translation>‏JSON: مصفوفة واحدة</translation>
    </message>
    <message>
        <source>JSONL: one document a line</source>
        <translation>‏JSONL: مقالة في كل سطر</translation>
    </message>
    <message>
        <source>Keep what Label Studio has no field for, as meta information</source>
        <translation>حفظ ما لا حقل له في Label Studio ضمن meta</translation>
    </message>
    <message>
        <source>Keep what Prodigy has no field for</source>
        <translation>حفظ ما لا حقل له في Prodigy</translation>
    </message>
    <message>
        <source>Keep what doccano has no field for, as metadata</source>
        <translation>حفظ ما لا حقل له في doccano ضمن البيانات الوصفية</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>تبقى</translation>
    </message>
    <message>
        <source>Kept, and marked as zones</source>
        <translation>تبقى وتُعلَّم مناطقَ</translation>
    </message>
    <message>
        <source>Key of the data that holds the text</source>
        <translation>مفتاح النص في البيانات</translation>
    </message>
    <message>
        <source>Key of the data that holds the text (empty: find it)</source>
        <translation>مفتاح النص في البيانات (فارغ: يُبحث عنه)</translation>
    </message>
    <message>
        <source>Label Studio</source>
        <translation>Label Studio</translation>
    </message>
    <message>
        <source>Label Studio refuses tasks by people it does not know.</source>
        <translation>يرفض Label Studio مهامّ أناس لا يعرفهم.</translation>
    </message>
    <message>
        <source>Labelling configuration of Label Studio</source>
        <translation>إعدادات الوسم في Label Studio</translation>
    </message>
    <message>
        <source>Language of names and headings</source>
        <translation>لغة الأسماء والعناوين</translation>
    </message>
    <message>
        <source>Layer of the annotations</source>
        <translation>طبقة الوسوم</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>هيئة الملف</translation>
    </message>
    <message>
        <source>Leave it out if a program reads the table: cells are exact then.</source>
        <translation>ألغِه إن كان يقرأ الجدولَ برنامجٌ، فتبقى الخلايا كما هي.</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>تُترك</translation>
    </message>
    <message>
        <source>Let the span grow to whole words</source>
        <translation>يُوسَّع المقطع إلى كلمات كاملة</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>الأسطر</translation>
    </message>
    <message>
        <source>List the annotations below the text</source>
        <translation>سرد الوسوم تحت النص</translation>
    </message>
    <message>
        <source>Mark agreement, conflict or different scope first; a note stands on that.</source>
        <translation>احكم أولًا باتفاق أو تعارض أو اختلاف نطاق؛ فالملاحظة تُكتب على الحكم.</translation>
    </message>
    <message>
        <source>Menus, related links and footers</source>
        <translation>القوائم والروابط وذيل الصفحة</translation>
    </message>
    <message>
        <source>Name of the spans</source>
        <translation>اسم المقاطع</translation>
    </message>
    <message>
        <source>Name who annotated by e-mail address</source>
        <translation>ذكر من وسم ببريده الإلكتروني</translation>
    </message>
    <message>
        <source>Names of span groups to take, with commas between (empty: all)</source>
        <translation>مجموعات المقاطع، بينها «,» (فارغ: كلها)</translation>
    </message>
    <message>
        <source>Names with commas between; if empty, all but the original markup.</source>
        <translation>أسماء تفصل بينها «,»؛ وإن تُركت فارغة فكلها إلا الترميز الأصلي للملف.</translation>
    </message>
    <message>
        <source>Names with commas between; if empty, all but words and sentences.</source>
        <translation>أسماء تفصل بينها «,»؛ وإن تُركت فارغة فكلها إلا الكلمات والجمل.</translation>
    </message>
    <message>
        <source>Names with commas between; if empty, all but words, sentences and grammar.</source>
        <translation>أسماء تفصل بينها «,»؛ وإن تُركت فارغة فكلها إلا الكلمات والجمل والنحو.</translation>
    </message>
    <message>
        <source>Nested annotations</source>
        <translation>الوسوم المتداخلة</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>No article is open; choose one first.</source>
        <translation>لا مقالة مفتوحة؛ اختر مقالة أولًا.</translation>
    </message>
    <message>
        <source>No file could be imported, so “{path}” was not made.</source>
        <translation>تعذّر استيراد أي ملف، فلم يُنشأ «{path}».</translation>
    </message>
    <message>
        <source>No label has an attribute “{name}” to write in its place; there are: {known}.</source>
        <translation>ليس لأي صنف خاصية «{name}» تُكتب مكانه؛ الموجود: {known}.</translation>
    </message>
    <message>
        <source>No label of this project has an attribute “{name}”; there are: {known}.</source>
        <translation>ليس لأي صنف في هذا المشروع خاصية «{name}»؛ الموجود: {known}.</translation>
    </message>
    <message>
        <source>No project is open; open one first.</source>
        <translation>لا مشروع مفتوح؛ افتح مشروعًا أولًا.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>لا مساحة باقية على القرص</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>لا ملف ولا مجلّد بهذا الاسم</translation>
    </message>
    <message>
        <source>No word near it says that somebody says it</source>
        <translation>لا لفظ قريبًا يدلّ على أن أحدًا قاله</translation>
    </message>
    <message>
        <source>Nobody is named there; “{name}” spoke last</source>
        <translation>لا قائل مسمّى هناك؛ وآخر من تكلّم «{name}»</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>ليس مجلّدًا</translation>
    </message>
    <message>
        <source>Nothing has been marked here that could be taken back.</source>
        <translation>لا حكم هنا فيُسحب.</translation>
    </message>
    <message>
        <source>Nothing is proposed for this that it does not say already.</source>
        <translation>لا مقترَح لهذا الوسم غير ما فيه.</translation>
    </message>
    <message>
        <source>Number the annotations in the text</source>
        <translation>ترقيم الوسوم في النص</translation>
    </message>
    <message>
        <source>Numbers, counted from 1, with commas between; empty: found by what they hold.</source>
        <translation>أرقام تبدأ من 1 وتفصل بينها «,»؛ وإن تُركت فارغة عُرفت مما فيها.</translation>
    </message>
    <message>
        <source>One annotation, with what lies between</source>
        <translation>وسم واحد يشمل ما بين الأجزاء</translation>
    </message>
    <message>
        <source>One article for</source>
        <translation>مقالة واحدة لكل</translation>
    </message>
    <message>
        <source>One column for each level</source>
        <translation>عمود لكل مستوى</translation>
    </message>
    <message>
        <source>Only these annotation sets</source>
        <translation>مجموعات الوسوم هذه فقط</translation>
    </message>
    <message>
        <source>Only these types</source>
        <translation>هذه الأنواع فقط</translation>
    </message>
    <message>
        <source>Open a project you can write to first, then add articles.</source>
        <translation>افتح أولًا مشروعًا يمكنك الكتابة فيه، ثم أضِف المقالات.</translation>
    </message>
    <message>
        <source>Open an article first, then print it.</source>
        <translation>افتح مقالة أولًا ثم اطبعها.</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>مستند OpenDocument نصي</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>العملية غير مسموح بها</translation>
    </message>
    <message>
        <source>PDF with text</source>
        <translation>ملف PDF فيه نص</translation>
    </message>
    <message>
        <source>Parquet (Hugging Face datasets)</source>
        <translation>⁦Parquet (Hugging Face datasets)⁩</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>لا إذن بذلك</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>نص عادي</translation>
    </message>
    <message>
        <source>Positions count</source>
        <translation>وحدة حساب المواضع</translation>
    </message>
    <message>
        <source>Prodigy</source>
        <translation>Prodigy</translation>
    </message>
    <message>
        <source>Prodigy marks tokens by hand; they are split where a span begins or ends.</source>
        <translation>الوسم اليدوي في Prodigy يكون بالوحدات (tokens)؛ وهي تُقسم حيث يبدأ مقطع أو ينتهي.</translation>
    </message>
    <message>
        <source>Programs that train on one column, as spaCy, take the last, which may be empty where there is one for each level.</source>
        <translation>البرامج التي تتدرّب على عمود واحد، مثل spaCy، تأخذ العمود الأخير، وقد يكون فارغًا إن كان لكل مستوى عمود.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>المشروع</translation>
    </message>
    <message>
        <source>Put an apostrophe before what a spreadsheet would take for a formula</source>
        <translation>وضع &apos; قبل ما قد تعدّه برامج الجداول معادلة</translation>
    </message>
    <message>
        <source>REFI-QDA codebook</source>
        <translation>دليل رموز REFI-QDA</translation>
    </message>
    <message>
        <source>REFI-QDA project (QualCoder, ATLAS.ti, MAXQDA, NVivo)</source>
        <translation>مشروع REFI-QDA ‏(QualCoder، ‏ATLAS.ti، ‏MAXQDA، ‏NVivo)</translation>
    </message>
    <message>
        <source>Read annotations that were skipped, too</source>
        <translation>قراءة الوسوم المتخطّاة أيضًا</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>نظام الملفات للقراءة فقط</translation>
    </message>
    <message>
        <source>Refuse the file</source>
        <translation>يُرفض الملف</translation>
    </message>
    <message>
        <source>Sanad gold</source>
        <translation>بيانات سند الذهبية</translation>
    </message>
    <message>
        <source>Sanad reads “{format}” and does not write it; choose another format.</source>
        <translation>يقرأ سند صيغة «{format}» ولا يكتبها؛ اختر صيغة أخرى.</translation>
    </message>
    <message>
        <source>Sanad writes {title} but does not read it.</source>
        <translation>يكتب سند {title} ولا يقرؤها.</translation>
    </message>
    <message>
        <source>Select two or more to compare.</source>
        <translation>حدّد رقمين أو أكثر للمقارنة.</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>فاصلة منقوطة (;)</translation>
    </message>
    <message>
        <source>Sentences in a document</source>
        <translation>عدد الجمل في المستند</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>الورقة</translation>
    </message>
    <message>
        <source>Some tools and old versions of others count an emoji as two.</source>
        <translation>بعض الأدوات وإصدارات قديمة من غيرها تعدّ الرمز التعبيري (emoji) اثنين.</translation>
    </message>
    <message>
        <source>Spans that end inside a word</source>
        <translation>المقاطع المنتهية داخل كلمة</translation>
    </message>
    <message>
        <source>Split the word there</source>
        <translation>تُقسم الكلمة هناك</translation>
    </message>
    <message>
        <source>Standard input is not UTF-8; write the expressions in UTF-8.</source>
        <translation>الدخل القياسي ليس بترميز UTF-8؛ اكتب العبارات بترميز UTF-8.</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>علامة جدولة (Tab)</translation>
    </message>
    <message>
        <source>Table of annotations (CSV)</source>
        <translation>جدول الوسوم (CSV)</translation>
    </message>
    <message>
        <source>Table of articles (CSV, TSV, Excel)</source>
        <translation>جدول مقالات (CSV، ‏TSV، ‏Excel)</translation>
    </message>
    <message>
        <source>Tabulator</source>
        <translation>علامة جدولة (Tab)</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>نظام العلامات</translation>
    </message>
    <message>
        <source>Taguette project</source>
        <translation>مشروع Taguette</translation>
    </message>
    <message>
        <source>Take categories of a document as annotations of its whole text</source>
        <translation>أخذ فئات المستند وسومًا تشمل نصه كله</translation>
    </message>
    <message>
        <source>Take choices about a whole document as annotations of its whole text</source>
        <translation>أخذ الخيارات عن المستند كله وسومًا تشمل نصه كله</translation>
    </message>
    <message>
        <source>Take choices about a whole text as annotations of all of it</source>
        <translation>أخذ الخيارات عن النص كله وسومًا تشمله كله</translation>
    </message>
    <message>
        <source>Take the spans of rejected and ignored tasks, too</source>
        <translation>أخذ مقاطع المهامّ المرفوضة والمتجاهَلة أيضًا</translation>
    </message>
    <message>
        <source>That is what you have marked already.</source>
        <translation>هذا هو حكمك من قبل.</translation>
    </message>
    <message>
        <source>The article itself says so</source>
        <translation>المقالة نفسها تقوله</translation>
    </message>
    <message>
        <source>The columns with tags are numbers such as 2 or 3,4, not “{value}”.</source>
        <translation>أعمدة العلامات أرقام مثل 2 أو ⁦3,4⁩، لا «{value}».</translation>
    </message>
    <message>
        <source>The comment “{subject}” is noted for “{document}”, and stands on an annotation of another document.</source>
        <translation>التعليق «{subject}» مسجّل على «{document}»، وهو على وسم في مقالة أخرى.</translation>
    </message>
    <message>
        <source>The comparison {subject} of “{source}” with “{target}” is not by who wrote both their layers.</source>
        <translation>مقارنة «{source}» بـ«{target}» ({subject}) ليست لصاحب طبقتيهما.</translation>
    </message>
    <message>
        <source>The entity that was proposed is not there any more.</source>
        <translation>لم يعد الكيان المقترَح موجودًا.</translation>
    </message>
    <message>
        <source>The export that was kept cannot be read: {reason}.</source>
        <translation>تعذّرت قراءة إعدادات التصدير المحفوظة: {reason}.</translation>
    </message>
    <message>
        <source>The export to “{folder}” failed, and nothing there has changed: {reason}. Check the drive and its free space, then export again.</source>
        <translation>فشل التصدير إلى «{folder}» ولم يتغيّر فيه شيء: {reason}. تحقّق من القرص ومساحته الخالية ثم أعد التصدير.</translation>
    </message>
    <message>
        <source>The file cannot be read as {encoding}.</source>
        <translation>لا يُقرأ الملف بترميز {encoding}.</translation>
    </message>
    <message>
        <source>The file has {size:,} bytes; an article may have {limit:,} at most.</source>
        <translation>حجم الملف {size:,} بايت، وأقصى ما يُقبل للمقالة {limit:,}.</translation>
    </message>
    <message>
        <source>The file holds nothing but blanks.</source>
        <translation>ليس في الملف إلا فراغات.</translation>
    </message>
    <message>
        <source>The file holds {what} at line {line}, character {column}, which no article can hold.</source>
        <translation>في الملف {what} عند السطر {line} والحرف {column}، ولا يصحّ ذلك في مقالة.</translation>
    </message>
    <message>
        <source>The file is damaged: {subject}. Open a backup of it.</source>
        <translation>الملف تالف: {subject}. افتح نسخة احتياطية منه.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>الملف فارغ.</translation>
    </message>
    <message>
        <source>The file is not {encoding}: the byte at offset {offset} (0x{byte:02X}) cannot stand there.</source>
        <translation>ليس الملف بترميز {encoding}: البايت عند الموضع {offset} ‏(0x{byte:02X}) لا يصحّ هناك.</translation>
    </message>
    <message>
        <source>The first row holds headings</source>
        <translation>الصف الأول عناوين</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be made: {reason}.</source>
        <translation>تعذّر إنشاء المجلّد «{folder}»: {reason}.</translation>
    </message>
    <message>
        <source>The folder “{folder}” for the sample cannot be made: {reason}.</source>
        <translation>تعذّر إنشاء مجلّد العيّنة «{folder}»: {reason}.</translation>
    </message>
    <message>
        <source>The id of {subject} is to be given out again.</source>
        <translation>معرّف {subject} معرّض لأن يُعطى ثانيةً.</translation>
    </message>
    <message>
        <source>The innermost</source>
        <translation>أضيقها فقط</translation>
    </message>
    <message>
        <source>The label has no attribute “{name}”.</source>
        <translation>ليس للصنف خاصية «{name}».</translation>
    </message>
    <message>
        <source>The label set does not let {kind} link {source} to {target}.</source>
        <translation>لا تسمح مجموعة الأصناف بأن تصل {kind} بين {source} و{target}.</translation>
    </message>
    <message>
        <source>The label set has a {what} without a name.</source>
        <translation>في مجموعة الأصناف {what} بلا اسم.</translation>
    </message>
    <message>
        <source>The label set has no label; add at least one.</source>
        <translation>ليس في مجموعة الأصناف صنف؛ أضِف واحدًا على الأقل.</translation>
    </message>
    <message>
        <source>The label set has no relation that starts from “{label}”.</source>
        <translation>ليس في مجموعة الأصناف علاقة تبدأ من «{label}».</translation>
    </message>
    <message>
        <source>The label set has the version {version}; count from 1.</source>
        <translation>رقم إصدار مجموعة الأصناف {version}؛ يبدأ العدّ من 1.</translation>
    </message>
    <message>
        <source>The label set has the {what} “{name}” twice.</source>
        <translation>في مجموعة الأصناف {what} «{name}» مرتين.</translation>
    </message>
    <message>
        <source>The label {label} has no attribute “{name}” that “{theirs}” could fill; it has: {known}.</source>
        <translation>ليس للصنف {label} خاصية «{name}» يملؤها «{theirs}»؛ خصائصه: {known}.</translation>
    </message>
    <message>
        <source>The label “{label}” has the colour “{colour}”; write it as #rrggbb.</source>
        <translation>لون الصنف «{label}» هو «{colour}»؛ اكتبه بصيغة ‎#rrggbb.</translation>
    </message>
    <message>
        <source>The layer&apos;s name in INCEpTION; relations have the same with “Relation” after it.</source>
        <translation>اسم الطبقة في INCEpTION؛ وللعلاقات الاسم نفسه متبوعًا بـ«Relation».</translation>
    </message>
    <message>
        <source>The name of the file says who annotated</source>
        <translation>اسم الملف هو اسم من وسم</translation>
    </message>
    <message>
        <source>The name “{file}” does not tell its format; say it with --to.</source>
        <translation>لا تُعرف الصيغة من الاسم «{file}»؛ حدّدها بالخيار ⁦--to⁩.</translation>
    </message>
    <message>
        <source>The option {name} cannot be “{value}”; it can be: {allowed}.</source>
        <translation>لا تصحّ للخيار {name} القيمة «{value}»؛ تصحّ: {allowed}.</translation>
    </message>
    <message>
        <source>The outermost</source>
        <translation>أوسعها فقط</translation>
    </message>
    <message>
        <source>The parts {train}/{dev}/{test} do not make 100 percent; give three numbers that do, such as 80/10/10.</source>
        <translation>الأجزاء ⁦{train}/{dev}/{test}⁩ ليس مجموعها 100٪؛ اكتب ثلاثة أعداد مجموعها 100، مثل ⁦80/10/10⁩.</translation>
    </message>
    <message>
        <source>The picture “{path}” cannot be written.</source>
        <translation>تعذّرت كتابة الصورة «{path}».</translation>
    </message>
    <message>
        <source>The printer does not answer; choose another, or save the article as a PDF file.</source>
        <translation>الطابعة لا تستجيب؛ اختر غيرها، أو احفظ المقالة بصيغة PDF.</translation>
    </message>
    <message>
        <source>The relation “{relation}” links the label “{label}”, which the label set does not have.</source>
        <translation>تصل العلاقة «{relation}» الصنف «{label}»، وليس في مجموعة الأصناف.</translation>
    </message>
    <message>
        <source>The row {subject} refers to a {parent} that is not there.</source>
        <translation>يشير السطر {subject} إلى {parent} غير موجود.</translation>
    </message>
    <message>
        <source>The search index is not what it should be ({subject}); sanad check --rebuild-index makes it anew.</source>
        <translation>فهرس البحث ليس كما ينبغي ({subject})؛ أعد بناءه بالأمر ⁦sanad check --rebuild-index⁩.</translation>
    </message>
    <message>
        <source>The sentence is about “{name}”</source>
        <translation>الجملة عن «{name}»</translation>
    </message>
    <message>
        <source>The span {start}–{end} lies outside the text of {length} characters.</source>
        <translation>المقطع {start}–{end} خارج النص، وطوله {length} حرفًا.</translation>
    </message>
    <message>
        <source>The task was answered “{answer}”; its spans were left out.</source>
        <translation>أُجيب عن المهمة بـ«{answer}»؛ فتُركت مقاطعها.</translation>
    </message>
    <message>
        <source>The text of a PDF is put together from the places of its letters; compare it with the pages.</source>
        <translation>نص ملف PDF مجموع من مواضع حروفه؛ قارنه بالصفحات.</translation>
    </message>
    <message>
        <source>The text of this document is damaged in the project file; open a backup of the project.</source>
        <translation>نص هذه المقالة تالف في ملف المشروع؛ افتح نسخة احتياطية من المشروع.</translation>
    </message>
    <message>
        <source>The text of “{document}” is missing or not what it was when it was imported; open a backup.</source>
        <translation>نص «{document}» مفقود أو ليس كما كان حين استُورد؛ افتح نسخة احتياطية.</translation>
    </message>
    <message>
        <source>The undo step {subject} cannot be read; it cannot be undone.</source>
        <translation>تعذّرت قراءة خطوة التراجع {subject}؛ فلا يمكن التراجع عنها.</translation>
    </message>
    <message>
        <source>The whole book</source>
        <translation>كتاب كامل</translation>
    </message>
    <message>
        <source>There is already a reviewer named “{name}”; choose another name.</source>
        <translation>يوجد مراجِع اسمه «{name}»؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>There is no article in what was to be converted; choose another file.</source>
        <translation>لا مقالة فيما طُلب تحويله؛ اختر ملفًّا آخر.</translation>
    </message>
    <message>
        <source>There is no article “{name}” in the project; check its name.</source>
        <translation>لا مقالة باسم «{name}» في المشروع؛ تحقّق من الاسم.</translation>
    </message>
    <message>
        <source>There is no display to open a window on; use sanad --help for what works without one.</source>
        <translation>لا شاشة تُفتح عليها نافذة؛ انظر sanad --help لما يعمل بلا شاشة.</translation>
    </message>
    <message>
        <source>There is no encoding called {encoding}.</source>
        <translation>لا ترميز باسم {encoding}.</translation>
    </message>
    <message>
        <source>There is no entity called “{name}”; choose one from the list.</source>
        <translation>لا كيان باسم «{name}»؛ اختر واحدًا من القائمة.</translation>
    </message>
    <message>
        <source>There is no file “{path}”; check its name.</source>
        <translation>لا ملف باسم «{path}»؛ تحقّق من الاسم.</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”; make it first.</source>
        <translation>لا مجلّد باسم «{folder}»؛ أنشئه أولًا.</translation>
    </message>
    <message>
        <source>There is no format “{name}”; there are: {known}.</source>
        <translation>لا صيغة باسم «{name}»؛ الموجود: {known}.</translation>
    </message>
    <message>
        <source>There is no label “{name}” in this project; there are: {known}.</source>
        <translation>لا صنف باسم «{name}» في هذا المشروع؛ الموجود: {known}.</translation>
    </message>
    <message>
        <source>There is no option “{name}” here; there are: {known}.</source>
        <translation>لا خيار باسم «{name}» هنا؛ الموجود: {known}.</translation>
    </message>
    <message>
        <source>There is no option “{name}” of these files; there are: {known}.</source>
        <translation>لا خيار باسم «{name}» لهذه الملفات؛ الموجود: {known}.</translation>
    </message>
    <message>
        <source>There is no reviewer “{name}” in this project; there are: {known}.</source>
        <translation>لا مراجِع باسم «{name}» في هذا المشروع، بل فيه: {known}.</translation>
    </message>
    <message>
        <source>There is no type system beside the file, so every value was read as text.</source>
        <translation>ليس مع الملف نظام أنواع (type system)، فقُرئت كل قيمة نصًّا.</translation>
    </message>
    <message>
        <source>There is nothing but spaces there; select some text first.</source>
        <translation>ليس هناك إلا فراغات؛ حدّد نصًّا أولًا.</translation>
    </message>
    <message>
        <source>They cannot be read.</source>
        <translation>تعذّرت قراءتها.</translation>
    </message>
    <message>
        <source>They have it already.</source>
        <translation>هي كذلك من قبل.</translation>
    </message>
    <message>
        <source>This article is not in the project any more; search again.</source>
        <translation>لم تعد هذه المقالة في المشروع؛ أعد البحث.</translation>
    </message>
    <message>
        <source>This cannot be kept: the text holds half a character ({character}). Take it out and try again.</source>
        <translation>لا يمكن حفظ هذا: في النص نصف حرف ({character}). احذفه وأعد المحاولة.</translation>
    </message>
    <message>
        <source>This has been rejected already.</source>
        <translation>رُفض هذا من قبل.</translation>
    </message>
    <message>
        <source>This is not a label set: its format is “{found}”, not “{wanted}”.</source>
        <translation>ليس هذا مجموعة أصناف: صيغته «{found}» لا «{wanted}».</translation>
    </message>
    <message>
        <source>This is not a label set: {reason}.</source>
        <translation>ليس هذا مجموعة أصناف: {reason}.</translation>
    </message>
    <message>
        <source>This is not a regular expression: {problem}, at character {place}.</source>
        <translation>ليس هذا تعبيرًا نمطيًّا: {problem}، عند الحرف {place}.</translation>
    </message>
    <message>
        <source>This is not a regular expression: {problem}.</source>
        <translation>ليس هذا تعبيرًا نمطيًّا: {problem}.</translation>
    </message>
    <message>
        <source>This project cannot be changed now.</source>
        <translation>لا يمكن تغيير هذا المشروع الآن.</translation>
    </message>
    <message>
        <source>This project is open read-only; changes cannot be saved.</source>
        <translation>هذا المشروع مفتوح للقراءة فقط؛ لا يمكن حفظ التغييرات.</translation>
    </message>
    <message>
        <source>This regular expression takes too long on one of the articles; make it simpler.</source>
        <translation>يستغرق هذا التعبير النمطي وقتًا أطول من اللازم في إحدى المقالات؛ بسّطه.</translation>
    </message>
    <message>
        <source>This step is {reviewer}&apos;s; each reviewer undoes their own.</source>
        <translation>هذه خطوة {reviewer}؛ ولكل مراجِع أن يتراجع عن خطواته هو.</translation>
    </message>
    <message>
        <source>Those of a paragraph joined</source>
        <translation>تُوصل أسطر كل فقرة</translation>
    </message>
    <message>
        <source>Turn it round, and warn</source>
        <translation>تُصحَّح مع تنبيه</translation>
    </message>
    <message>
        <source>Type of the annotations</source>
        <translation>نوع الوسوم</translation>
    </message>
    <message>
        <source>UIMA CAS XMI (INCEpTION)</source>
        <translation>⁦UIMA CAS XMI (INCEpTION)⁩</translation>
    </message>
    <message>
        <source>UIMA JSON CAS</source>
        <translation>UIMA JSON CAS</translation>
    </message>
    <message>
        <source>UTF-16 units (an emoji is two)</source>
        <translation>وحدات UTF-16 (الرمز التعبيري اثنتان)</translation>
    </message>
    <message>
        <source>UTF-16, for NVivo</source>
        <translation>‏UTF-16، من أجل NVivo</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>خط عمودي (|)</translation>
    </message>
    <message>
        <source>W3C Web Annotation</source>
        <translation>W3C Web Annotation</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>صفحة ويب</translation>
    </message>
    <message>
        <source>WebAnno TSV 3 (INCEpTION)</source>
        <translation>⁦WebAnno TSV 3 (INCEpTION)⁩</translation>
    </message>
    <message>
        <source>What was proposed is not there any more.</source>
        <translation>لم يعد المقترَح موجودًا.</translation>
    </message>
    <message>
        <source>What “{theirs}” becomes cannot be: {problem}</source>
        <translation>ما يقابل «{theirs}» لا يصحّ: {problem}</translation>
    </message>
    <message>
        <source>Where the file does not say where documents begin; 0: the file is one document.</source>
        <translation>حين لا يبيّن الملف أين تبدأ المستندات؛ 0: الملف مستند واحد.</translation>
    </message>
    <message>
        <source>With kind, an actor of the kind person is written as person; without a kind it stays actor. actor.kind is for one label alone; commas go between several.</source>
        <translation>مع kind تُكتب الجهة التي نوعها person باسم person، والتي لا نوع لها تبقى actor. واكتب actor.kind لصنف واحد، وافصل بين عدة خصائص بفواصل.</translation>
    </message>
    <message>
        <source>With them Sanad reads back all that columns do not hold; spaCy and many others take them for words.</source>
        <translation>بها يستعيد سند كل ما لا تحفظه الأعمدة؛ أما spaCy وكثير غيره فيعدّها كلمات.</translation>
    </message>
    <message>
        <source>Without it, spreadsheets may take Arabic for another encoding.</source>
        <translation>من دونها قد تخطئ برامج الجداول في ترميز العربية.</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>مستند Word</translation>
    </message>
    <message>
        <source>Write annotations as predictions, to be looked through again</source>
        <translation>كتابة الوسوم على أنها اقتراحات (predictions) لتُراجع من جديد</translation>
    </message>
    <message>
        <source>Write tokens</source>
        <translation>كتابة الوحدات (tokens)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>Your last action was not saved: {reason}. “{path}” is as it was before; try again.</source>
        <translation>لم يُحفظ آخر ما فعلته: {reason}. «{path}» باقٍ كما كان؛ أعد المحاولة.</translation>
    </message>
    <message>
        <source>a NUL character</source>
        <translation>حرف NUL</translation>
    </message>
    <message>
        <source>a part is missing</source>
        <translation>جزء منه مفقود</translation>
    </message>
    <message>
        <source>a relation from {id} has no name</source>
        <translation>علاقة من {id} بلا اسم</translation>
    </message>
    <message>
        <source>a relation of an annotation to itself</source>
        <translation>علاقة وسم بنفسه</translation>
    </message>
    <message>
        <source>a relation without a type</source>
        <translation>علاقة بلا نوع</translation>
    </message>
    <message>
        <source>a span without a label</source>
        <translation>مقطع بلا صنف</translation>
    </message>
    <message>
        <source>a version below 1</source>
        <translation>إصدار أقل من 1</translation>
    </message>
    <message>
        <source>a zone “{kind}”</source>
        <translation>منطقة «{kind}»</translation>
    </message>
    <message>
        <source>about {number}: “{words}”</source>
        <translation>نحو {number}: «{words}»</translation>
    </message>
    <message>
        <source>after “{word}” it is marked {label} in {count} of {total} places</source>
        <translation>بعد «{word}» وُسمت {label} ({count} من {total})</translation>
    </message>
    <message>
        <source>after “{word}” it is more likely {label}</source>
        <translation>بعد «{word}» يُرجَّح أنها {label}</translation>
    </message>
    <message>
        <source>all annotations</source>
        <translation>كل الوسوم</translation>
    </message>
    <message>
        <source>an article has no place for {names}; they are left out here and below.</source>
        <translation>لا موضع في المقالة لـ{names}؛ تُركت هنا وفي ما يلي.</translation>
    </message>
    <message>
        <source>an id that stands there twice</source>
        <translation>معرّف مكرّر</translation>
    </message>
    <message>
        <source>an integer beyond 64 bits</source>
        <translation>عدد صحيح يتجاوز 64 بتًّا</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>وسم</translation>
    </message>
    <message>
        <source>annotation {id}</source>
        <translation>الوسم {id}</translation>
    </message>
    <message>
        <source>annotation {number}</source>
        <translation>الوسم {number}</translation>
    </message>
    <message>
        <source>annotations in several parts: {count}; each now covers the words between them, too. Import with -O discontinuous=parts to have an annotation for each part.</source>
        <translation>وسوم من أجزاء متفرّقة، وعددها {count}، وقد صار كل وسم منها يشمل ما بين أجزائه من كلمات أيضًا. فإن أردت وسمًا لكل جزء فاستورد بالخيار ⁦-O discontinuous=parts⁩.</translation>
    </message>
    <message>
        <source>annotations in several parts: {count}; each part is now an annotation of its own.</source>
        <translation>وسوم من أجزاء متفرّقة، وعددها {count}، وقد صار كل جزء منها وسمًا قائمًا بذاته.</translation>
    </message>
    <message>
        <source>another program is using it; wait a moment</source>
        <translation>يستعمله برنامج آخر؛ انتظر لحظة</translation>
    </message>
    <message>
        <source>another window on this computer</source>
        <translation>نافذة أخرى على هذا الحاسوب</translation>
    </message>
    <message>
        <source>as the article</source>
        <translation>لغة المقالة</translation>
    </message>
    <message>
        <source>at least one</source>
        <translation>واحد على الأقل</translation>
    </message>
    <message>
        <source>at least {number}: “{words}”</source>
        <translation>على الأقل {number}: «{words}»</translation>
    </message>
    <message>
        <source>at most {number}: “{words}”</source>
        <translation>على الأكثر {number}: «{words}»</translation>
    </message>
    <message>
        <source>at the beginning of a sentence it is marked {label} in {count} of {total} places</source>
        <translation>في أول الجملة وُسمت {label} ({count} من {total})</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>خاصية</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>الخصائص</translation>
    </message>
    <message>
        <source>begins with the same words</source>
        <translation>يبدأ اسمه بالكلمات نفسها</translation>
    </message>
    <message>
        <source>brat standoff</source>
        <translation>brat standoff</translation>
    </message>
    <message>
        <source>characters (Unicode code points)</source>
        <translation>أحرف (نقاط ترميز Unicode)</translation>
    </message>
    <message>
        <source>characters, as the standard has it</source>
        <translation>الأحرف، كما في المعيار</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>comparisons of annotations</source>
        <translation>المقارنات بين الوسوم</translation>
    </message>
    <message>
        <source>control characters of a value become spaces</source>
        <translation>محارف التحكّم في قيمة تصير مسافات</translation>
    </message>
    <message>
        <source>control characters of the text become spaces</source>
        <translation>محارف التحكّم في النص تصير مسافات</translation>
    </message>
    <message>
        <source>doccano</source>
        <translation>doccano</translation>
    </message>
    <message>
        <source>document {number}</source>
        <translation>المستند {number}</translation>
    </message>
    <message>
        <source>document “{name}”</source>
        <translation>المستند «{name}»</translation>
    </message>
    <message>
        <source>encoding and hash of the file an article came from</source>
        <translation>ترميز الملف الأصلي وبصمته</translation>
    </message>
    <message>
        <source>entities, and which annotation mentions which</source>
        <translation>الكيانات، وما يذكره كل وسم منها</translation>
    </message>
    <message>
        <source>exactly one</source>
        <translation>واحد لا غير</translation>
    </message>
    <message>
        <source>file version {version}</source>
        <translation>إصدار الملف {version}</translation>
    </message>
    <message>
        <source>from {least} to {most}, for “{words}” is vague</source>
        <translation>من {least} إلى {most}، لأن «{words}» مبهم</translation>
    </message>
    <message>
        <source>from {least} to {most}: “{words}”</source>
        <translation>من {least} إلى {most}: «{words}»</translation>
    </message>
    <message>
        <source>goes on with “{word}”</source>
        <translation>تتلوها «{word}»</translation>
    </message>
    <message>
        <source>half of a surrogate pair</source>
        <translation>نصف زوج بديل (surrogate)</translation>
    </message>
    <message>
        <source>highlight {number}</source>
        <translation>التظليل {number}</translation>
    </message>
    <message>
        <source>how an annotation came to be: by hand, suggested, imported</source>
        <translation>أصل الوسم (يدوي أو مقترَح أو مستورَد)</translation>
    </message>
    <message>
        <source>index</source>
        <translation>فهرس</translation>
    </message>
    <message>
        <source>is a common word that may name something else</source>
        <translation>كلمة شائعة قد يُقصد بها شيء آخر</translation>
    </message>
    <message>
        <source>is a common word, in the same article</source>
        <translation>كلمة شائعة، لكن في المقالة نفسها</translation>
    </message>
    <message>
        <source>is a part of its name</source>
        <translation>هذا جزء من اسمه</translation>
    </message>
    <message>
        <source>is a short word</source>
        <translation>كلمة قصيرة</translation>
    </message>
    <message>
        <source>is a state or a capital, with no word of place before it</source>
        <translation>دولة أو عاصمة، وليس قبلها لفظ مكان</translation>
    </message>
    <message>
        <source>is another name it has</source>
        <translation>هذا من أسمائه الأخرى</translation>
    </message>
    <message>
        <source>is another name of it</source>
        <translation>اسم آخر له</translation>
    </message>
    <message>
        <source>is another spelling of it</source>
        <translation>كتابة أخرى له</translation>
    </message>
    <message>
        <source>is its name</source>
        <translation>هذا اسمه</translation>
    </message>
    <message>
        <source>is its name after the title “{role}”</source>
        <translation>هذا اسمه بعد اللقب «{role}»</translation>
    </message>
    <message>
        <source>is its name with more words</source>
        <translation>هذا اسمه مع كلمات أخرى</translation>
    </message>
    <message>
        <source>is marked {label} elsewhere ({count}), but also {other} ({others})</source>
        <translation>وُسمت في مواضع أخرى {label} ({count})، لكن {other} أيضًا ({others})</translation>
    </message>
    <message>
        <source>is marked {label} here</source>
        <translation>موسومة هنا {label}</translation>
    </message>
    <message>
        <source>is the last part of its name</source>
        <translation>هذا الجزء الأخير من اسمه</translation>
    </message>
    <message>
        <source>is the same but for the article or an ending</source>
        <translation>لا يختلف إلا في «ال» التعريف أو في آخره</translation>
    </message>
    <message>
        <source>is the same word</source>
        <translation>الكلمة نفسها</translation>
    </message>
    <message>
        <source>is the same word, with the article</source>
        <translation>الكلمة نفسها معرّفة بـ«ال»</translation>
    </message>
    <message>
        <source>is the same words</source>
        <translation>الكلمات نفسها</translation>
    </message>
    <message>
        <source>it cannot be written; check who may write it and its folder</source>
        <translation>لا يمكن الكتابة فيه؛ تحقّق ممن يحقّ له أن يكتب فيه وفي مجلّده</translation>
    </message>
    <message>
        <source>it is of another version of Sanad</source>
        <translation>هو من إصدار آخر من سند</translation>
    </message>
    <message>
        <source>it was interrupted</source>
        <translation>قوطع العمل</translation>
    </message>
    <message>
        <source>its last change was cut off and must be taken back, but it cannot be written; copy it and the “-journal” file beside it to a folder that can be written</source>
        <translation>انقطع آخر تغيير فيه ولا بدّ من إبطاله، لكن لا يمكن الكتابة فيه؛ انسخه مع ملف «‎-journal» الذي بجانبه إلى مجلّد يمكن الكتابة فيه</translation>
    </message>
    <message>
        <source>its positions are counted in another way; its words tell how.</source>
        <translation>مواضعه محسوبة بطريقة أخرى، وقد دلّت كلماته عليها.</translation>
    </message>
    <message>
        <source>key</source>
        <translation>مفتاح</translation>
    </message>
    <message>
        <source>label</source>
        <translation>صنف</translation>
    </message>
    <message>
        <source>labels in whose place something else is written</source>
        <translation>الأصناف التي كُتب مكانها غيرها</translation>
    </message>
    <message>
        <source>left out cases with their variables: {count}.</source>
        <translation>تُركت حالات مع متغيّراتها، وعددها {count}.</translation>
    </message>
    <message>
        <source>left out codes on pictures, pages, sound or film: {count}.</source>
        <translation>تُركت رموز على صور أو صفحات أو صوت أو فيديو، وعددها {count}.</translation>
    </message>
    <message>
        <source>left out comments on the document: {count}.</source>
        <translation>تُركت تعليقات على المستند، وعددها {count}.</translation>
    </message>
    <message>
        <source>left out descriptions of documents: {count}.</source>
        <translation>تُركت أوصاف للمستندات، وعددها {count}.</translation>
    </message>
    <message>
        <source>left out links between codes, cases or documents: {count}.</source>
        <translation>تُركت روابط بين الرموز أو الحالات أو المستندات، وعددها {count}.</translation>
    </message>
    <message>
        <source>left out notes on documents: {count}.</source>
        <translation>تُركت ملاحظات على المستندات، وعددها {count}.</translation>
    </message>
    <message>
        <source>left out variables of documents: {count}.</source>
        <translation>تُركت متغيّرات للمستندات، وعددها {count}.</translation>
    </message>
    <message>
        <source>left out {count} highlights that have no tag.</source>
        <translation>تُركت تظليلات بلا وسم، وعددها {count}.</translation>
    </message>
    <message>
        <source>left out {count} selections that have no code.</source>
        <translation>تُركت مقاطع محدّدة بلا رمز، وعددها {count}.</translation>
    </message>
    <message>
        <source>less than {number}: “{words}”</source>
        <translation>أقل من {number}: «{words}»</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>السطر {number}</translation>
    </message>
    <message>
        <source>may be the word “{word}”</source>
        <translation>قد تكون كلمة «{word}»</translation>
    </message>
    <message>
        <source>may name something else in another article</source>
        <translation>قد يُقصد بها شيء آخر في مقالة أخرى</translation>
    </message>
    <message>
        <source>more than {number}: “{words}”</source>
        <translation>أكثر من {number}: «{words}»</translation>
    </message>
    <message>
        <source>name</source>
        <translation>اسم</translation>
    </message>
    <message>
        <source>names and aliases of entities; which annotations share one is kept</source>
        <translation>أسماء الكيانات وأسماؤها الأخرى (أما اشتراك الوسوم في كيان واحد فيُحفظ)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>none: “{words}” is denied</source>
        <translation>صفر، للنفي قبل «{words}»</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>one space between words, one line for a sentence</source>
        <translation>مسافة واحدة بين الكلمات، وسطر لكل جملة</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>اقتراح آلي</translation>
    </message>
    <message>
        <source>predicted by {source}</source>
        <translation>اقترحه {source}</translation>
    </message>
    <message>
        <source>predicted by {source}, {percent} % sure</source>
        <translation>اقترحه {source} بثقة {percent}٪</translation>
    </message>
    <message>
        <source>predicted, {percent} % sure</source>
        <translation>اقتراح آلي بثقة {percent}٪</translation>
    </message>
    <message>
        <source>read from its words</source>
        <translation>مقروء من كلماته</translation>
    </message>
    <message>
        <source>record {number}</source>
        <translation>السجلّ {number}</translation>
    </message>
    <message>
        <source>region</source>
        <translation>مقطع</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>علاقة</translation>
    </message>
    <message>
        <source>relation {id}</source>
        <translation>العلاقة {id}</translation>
    </message>
    <message>
        <source>relations</source>
        <translation>العلاقات</translation>
    </message>
    <message>
        <source>reviewers without names</source>
        <translation>مراجِعون بلا أسماء</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>الصف {number}</translation>
    </message>
    <message>
        <source>sequence labelling with relations: entities and relations</source>
        <translation>وسم المقاطع والعلاقات: entities وrelations</translation>
    </message>
    <message>
        <source>sequence labelling: lists of start, end and label</source>
        <translation>وسم المقاطع: قوائم فيها البداية والنهاية والصنف</translation>
    </message>
    <message>
        <source>several annotations on the same span</source>
        <translation>تعدّد الوسوم على المقطع نفسه</translation>
    </message>
    <message>
        <source>several reviewers of one layer</source>
        <translation>أكثر من مراجِع لطبقة واحدة</translation>
    </message>
    <message>
        <source>some number of them, for “{words}” is vague</source>
        <translation>عدد غير محدّد، لأن «{words}» مبهم</translation>
    </message>
    <message>
        <source>something without a name</source>
        <translation>شيء بلا اسم</translation>
    </message>
    <message>
        <source>source “{name}”</source>
        <translation>المصدر «{name}»</translation>
    </message>
    <message>
        <source>spaCy DocBin</source>
        <translation>spaCy DocBin</translation>
    </message>
    <message>
        <source>spaCy JSON lines</source>
        <translation>spaCy JSON lines</translation>
    </message>
    <message>
        <source>spaCy’s trainer looks for sc.</source>
        <translation>مدرِّب spaCy يبحث عن المقاطع باسم sc.</translation>
    </message>
    <message>
        <source>spans that go over a line end</source>
        <translation>المقاطع التي تتجاوز نهاية سطر</translation>
    </message>
    <message>
        <source>spans that overlap others</source>
        <translation>المقاطع المتداخلة مع غيرها</translation>
    </message>
    <message>
        <source>stands in a part that is not the article</source>
        <translation>في جزء ليس من متن المقالة</translation>
    </message>
    <message>
        <source>stands in or before “{name}”</source>
        <translation>في «{name}» أو قبله</translation>
    </message>
    <message>
        <source>stands inside “{quote}”, which is marked already</source>
        <translation>داخل «{quote}» الموسوم من قبل</translation>
    </message>
    <message>
        <source>table</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>text {number}</source>
        <translation>النص {number}</translation>
    </message>
    <message>
        <source>the annotation {id} is linked to itself</source>
        <translation>الوسم {id} مربوط بنفسه</translation>
    </message>
    <message>
        <source>the attribute “{name}” is called “{new}”</source>
        <translation>الخاصية «{name}» صار اسمها «{new}»</translation>
    </message>
    <message>
        <source>the base direction of an article</source>
        <translation>اتجاه المقالة</translation>
    </message>
    <message>
        <source>the categories of the whole text were left out.</source>
        <translation>تُركت تصنيفات النص كله.</translation>
    </message>
    <message>
        <source>the computer is out of memory; close some programs</source>
        <translation>نفدت ذاكرة الحاسوب؛ أغلق بعض البرامج</translation>
    </message>
    <message>
        <source>the drive does not support locking; copy the project to another one</source>
        <translation>القرص لا يدعم قفل الملفات؛ انسخ المشروع إلى قرص آخر</translation>
    </message>
    <message>
        <source>the drive failed; check that it is there and works</source>
        <translation>تعطّل القرص؛ تحقّق من أنه موصول ويعمل</translation>
    </message>
    <message>
        <source>the drive is full; make some space</source>
        <translation>امتلأ القرص؛ أفرغ بعض المساحة</translation>
    </message>
    <message>
        <source>the drive or folder cannot be used; check that it is there</source>
        <translation>لا يمكن استعمال القرص أو المجلّد؛ تحقّق من وجوده</translation>
    </message>
    <message>
        <source>the file was moved, renamed or deleted while it was open; put it back, or save a copy</source>
        <translation>نُقل الملف أو تغيّر اسمه أو حُذف وهو مفتوح؛ أعده إلى مكانه، أو احفظ نسخة</translation>
    </message>
    <message>
        <source>the id of a document</source>
        <translation>معرّف المقالة</translation>
    </message>
    <message>
        <source>the id of a document is not a UUID</source>
        <translation>معرّف المقالة ليس UUID</translation>
    </message>
    <message>
        <source>the id {id} is there twice</source>
        <translation>المعرّف {id} مكرّر</translation>
    </message>
    <message>
        <source>the ids of annotations</source>
        <translation>معرّفات الوسوم</translation>
    </message>
    <message>
        <source>the ids of relations</source>
        <translation>معرّفات العلاقات</translation>
    </message>
    <message>
        <source>the language of an article</source>
        <translation>لغة المقالة</translation>
    </message>
    <message>
        <source>the name of a document</source>
        <translation>اسم المقالة</translation>
    </message>
    <message>
        <source>the offsets of {count} annotations did not fit; their text was found another way.</source>
        <translation>لم تصحّ مواضع وسوم عددها {count}؛ وعُثر على نصوصها بطريقة أخرى.</translation>
    </message>
    <message>
        <source>the same words were linked to it before ({count} of {total})</source>
        <translation>رُبطت به الكلمات نفسها من قبل ({count} من {total})</translation>
    </message>
    <message>
        <source>the same words were linked to it before ({count})</source>
        <translation>رُبطت به الكلمات نفسها من قبل ({count})</translation>
    </message>
    <message>
        <source>the text to its last blank: all of it, or its exact white space</source>
        <translation>نص المقالة كما هو تمامًا، بفراغاته</translation>
    </message>
    <message>
        <source>the text was put together from the tokens, for it is not in the file.</source>
        <translation>جُمع النص من وحداته (tokens) لأنه ليس في الملف.</translation>
    </message>
    <message>
        <source>the text {hash} is not in it</source>
        <translation>ليس فيه النص {hash}</translation>
    </message>
    <message>
        <source>the version of the label set an annotation was made under</source>
        <translation>إصدار مجموعة الأصناف وقت الوسم</translation>
    </message>
    <message>
        <source>there is no annotation {id}</source>
        <translation>لا وسم بالمعرّف {id}</translation>
    </message>
    <message>
        <source>this is no attribute: “{data}”</source>
        <translation>ليس هذا خاصية: «{data}»</translation>
    </message>
    <message>
        <source>this is no equivalence: “{data}”</source>
        <translation>ليس هذا تكافؤًا: «{data}»</translation>
    </message>
    <message>
        <source>this is no line of brat’s: “{line}”</source>
        <translation>ليس هذا سطرًا بصيغة brat: «{line}»</translation>
    </message>
    <message>
        <source>this is no normalisation: “{data}”</source>
        <translation>ليس هذا ربطًا بكيان: «{data}»</translation>
    </message>
    <message>
        <source>this is no relation: “{data}”</source>
        <translation>ليس هذا علاقة: «{data}»</translation>
    </message>
    <message>
        <source>this is no type with offsets: “{data}”</source>
        <translation>ليس هذا نوعًا مع مواضعه: «{data}»</translation>
    </message>
    <message>
        <source>title, source and date of an article</source>
        <translation>عنوان المقالة ومصدرها وتاريخها</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>مُطلِق (trigger)</translation>
    </message>
    <message>
        <source>view</source>
        <translation>عرض (view)</translation>
    </message>
    <message>
        <source>what was read from the drive is damaged; check the drive</source>
        <translation>ما قُرئ من القرص تالف؛ افحص القرص</translation>
    </message>
    <message>
        <source>when a layer last changed</source>
        <translation>وقت آخر تغيير في الطبقة</translation>
    </message>
    <message>
        <source>whether a document is done</source>
        <translation>حالة إنجاز المقالة</translation>
    </message>
    <message>
        <source>whether a layer is adjudicated, and from whose layers</source>
        <translation>صفة الطبقة (مراجِع أم تحكيم)، والطبقات التي بُنيت عليها</translation>
    </message>
    <message>
        <source>whether a value is a number or text</source>
        <translation>نوع القيمة (عدد أم نص)</translation>
    </message>
    <message>
        <source>who annotated</source>
        <translation>اسم من وسم</translation>
    </message>
    <message>
        <source>who made one annotation, where it is not the layer&apos;s reviewer</source>
        <translation>واضع الوسم إن لم يكن مراجِع الطبقة</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>منطقة</translation>
    </message>
    <message>
        <source>zones</source>
        <translation>المناطق</translation>
    </message>
    <message>
        <source>{count} annotations have several tags: the first is the label, the others an attribute.</source>
        <translation>لبعض الوسوم عدة تصنيفات، وعددها {count}: أولها الصنف، والباقي خاصية.</translation>
    </message>
    <message>
        <source>{count} annotations name more than one entity; the first was kept.</source>
        <translation>وسوم تذكر أكثر من كيان، وعددها {count}؛ وأُبقي الأول.</translation>
    </message>
    <message>
        <source>{count} annotations were skipped by who made them.</source>
        <translation>تخطّى الواسمون وسومًا لهم، وعددها {count}.</translation>
    </message>
    <message>
        <source>{count} answers about the whole document were left out.</source>
        <translation>تُركت إجابات عن المستند كله، وعددها {count}.</translation>
    </message>
    <message>
        <source>{count} are too many to compare at once; select at most {most}.</source>
        <translation>{count} أكثر من أن تُقارن دفعة واحدة؛ حدّد {most} على الأكثر.</translation>
    </message>
    <message>
        <source>{count} categories of the document were left out.</source>
        <translation>تُركت تصنيفات للمستند، وعددها {count}.</translation>
    </message>
    <message>
        <source>{count} codes of the whole document stand on all its text.</source>
        <translation>رموز المستند كله وُضعت على نصه كاملًا، وعددها {count}.</translation>
    </message>
    <message>
        <source>{count} documents, “{document}” among them, have the place {subject} in the list.</source>
        <translation>لـ{count} من المقالات، ومنها «{document}»، الموضع نفسه في القائمة: {subject}.</translation>
    </message>
    <message>
        <source>{count} drafts were left out.</source>
        <translation>تُركت مسوّدات، وعددها {count}.</translation>
    </message>
    <message>
        <source>{count} events were read as their trigger, with a relation to each argument.</source>
        <translation>قُرئت أحداث عددها {count} بكلماتها الدالّة (trigger)، مع علاقة بكل طرف.</translation>
    </message>
    <message>
        <source>{count} features of relations were left out: a relation has only a type.</source>
        <translation>تُركت سمات للعلاقات، وعددها {count}: ليس للعلاقة إلا نوعها.</translation>
    </message>
    <message>
        <source>{count} further targets of annotations became annotations of their own.</source>
        <translation>صارت أهداف أخرى للوسوم وسومًا مستقلة، وعددها {count}.</translation>
    </message>
    <message>
        <source>{count} letters or ligatures are not named in the file; each stands as {sign}.</source>
        <translation>في الملف حروف أو حروف مركّبة لا يُعرف ما هي، وعددها {count}؛ وفي موضع كل منها {sign}.</translation>
    </message>
    <message>
        <source>{count} links of chains became relations.</source>
        <translation>صارت روابط السلاسل علاقات، وعددها {count}.</translation>
    </message>
    <message>
        <source>{count} lists of values became one text each, with “; ” between.</source>
        <translation>صارت كل قائمة من القيم نصًّا واحدًا تفصل بين قيمه «; »، وعدد القوائم {count}.</translation>
    </message>
    <message>
        <source>{count} notes and attributes of relations were left out.</source>
        <translation>تُركت ملاحظات العلاقات وخصائصها، وعددها {count}.</translation>
    </message>
    <message>
        <source>{count} references from one annotation to another became relations.</source>
        <translation>صارت إحالات من وسم إلى آخر علاقات، وعددها {count}.</translation>
    </message>
    <message>
        <source>{count} relations and answers about the whole document were left out of a prediction.</source>
        <translation>تُركت من تنبّؤ آلي علاقات وإجابات عن المستند كله، وعددها {count}.</translation>
    </message>
    <message>
        <source>{count} relations link words and not annotations; they were left out.</source>
        <translation>علاقات تصل كلمات لا وسومًا، وعددها {count}؛ وقد تُركت.</translation>
    </message>
    <message>
        <source>{count} relations of a machine were left out.</source>
        <translation>تُركت علاقات آلية، وعددها {count}.</translation>
    </message>
    <message>
        <source>{count} relations of more than two members became one from the first member to each other.</source>
        <translation>صارت كل علاقة لها أكثر من طرفين علاقاتٍ من الطرف الأول إلى كل طرف آخر، وعددها {count}.</translation>
    </message>
    <message>
        <source>{count} relations were left out with the annotations they link.</source>
        <translation>تُركت علاقات مع الوسوم التي تصلها، وعددها {count}.</translation>
    </message>
    <message>
        <source>{count} relations were left out: nobody says whose they are.</source>
        <translation>تُركت علاقات لا يُعرف صاحبها، وعددها {count}.</translation>
    </message>
    <message>
        <source>{count} slots of annotations became relations.</source>
        <translation>صارت خانات الوسوم (slots) علاقات، وعددها {count}.</translation>
    </message>
    <message>
        <source>{count} spans did not stand where the file says; their text was found elsewhere.</source>
        <translation>مقاطع لم تكن حيث يقول الملف، وعددها {count}؛ وعُثر على نصوصها في مواضع أخرى.</translation>
    </message>
    <message>
        <source>{count} values are Java objects, which only GATE can read; they were left out.</source>
        <translation>قيم هي كائنات Java لا يقرؤها إلا GATE، وعددها {count}؛ وقد تُركت.</translation>
    </message>
    <message>
        <source>{count} values were no text or number and have been written as text.</source>
        <translation>قيم ليست نصًّا ولا عددًا، وعددها {count}؛ وقد كُتبت نصًّا.</translation>
    </message>
    <message>
        <source>{file} and what it is in hold more than {limit} files.</source>
        <translation>في {file} والأرشيف الذي هو فيه أكثر من {limit} من الملفات.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>تعذّرت قراءة {file}: {reason}.</translation>
    </message>
    <message>
        <source>{file} could be in any of these encodings: {names}; say which one.</source>
        <translation>قد يكون ترميز {file} أيًّا من: {names}؛ حدّد أيها.</translation>
    </message>
    <message>
        <source>{file} defines entities of its own, which is refused.</source>
        <translation>يعرّف {file} كيانات XML خاصة به، وهذا مرفوض.</translation>
    </message>
    <message>
        <source>{file} does not read back as it was written; the drive is unreliable, export to another one.</source>
        <translation>لا يُقرأ {file} كما كُتب؛ القرص غير موثوق، صدّر إلى غيره.</translation>
    </message>
    <message>
        <source>{file} does not say which letters it shows; run text recognition on it.</source>
        <translation>لا تُعرف من {file} الحروف التي يعرضها؛ مرّره ببرنامج للتعرّف على النص (OCR).</translation>
    </message>
    <message>
        <source>{file} ends in the middle; get the whole file.</source>
        <translation>{file} مقطوع قبل نهايته؛ احصل على الملف كاملًا.</translation>
    </message>
    <message>
        <source>{file} has more than {limit} MB of text; take one article for each chapter.</source>
        <translation>في {file} أكثر من {limit} ميغابايت من النص؛ اجعل لكل فصل مقالة.</translation>
    </message>
    <message>
        <source>{file} has more than {limit} cells.</source>
        <translation>في {file} أكثر من {limit} من الخلايا.</translation>
    </message>
    <message>
        <source>{file} has more than {limit} elements.</source>
        <translation>في {file} أكثر من {limit} من العناصر.</translation>
    </message>
    <message>
        <source>{file} has more than {limit} pages; split it.</source>
        <translation>في {file} أكثر من {limit} من الصفحات؛ قسّمه.</translation>
    </message>
    <message>
        <source>{file} has no column “text”.</source>
        <translation>ليس في {file} عمود «text».</translation>
    </message>
    <message>
        <source>{file} has no project “{name}”; it has: {known}.</source>
        <translation>ليس في {file} مشروع باسم «{name}»؛ الموجود: {known}.</translation>
    </message>
    <message>
        <source>{file} has no sheet “{name}”; there are: {known}.</source>
        <translation>ليس في {file} ورقة باسم «{name}»؛ الموجود: {known}.</translation>
    </message>
    <message>
        <source>{file} holds Arabic that reads backwards; its letters were stored in the wrong order.</source>
        <translation>العربية في {file} معكوسة؛ فقد خُزّنت حروفها بترتيب خاطئ.</translation>
    </message>
    <message>
        <source>{file} holds a page of more than {limit} MB.</source>
        <translation>في {file} صفحة أكبر من {limit} ميغابايت.</translation>
    </message>
    <message>
        <source>{file} holds an empty web page.</source>
        <translation>في {file} صفحة ويب فارغة.</translation>
    </message>
    <message>
        <source>{file} holds annotations only as INCEpTION itself reads them; export the project again, with “UIMA CAS XMI” as secondary format.</source>
        <translation>وسوم {file} بصيغة لا يقرؤها إلا INCEpTION؛ صدّر المشروع منه ثانيةً واجعل الصيغة الثانوية «UIMA CAS XMI».</translation>
    </message>
    <message>
        <source>{file} holds more text than an article may have.</source>
        <translation>في {file} نص أطول مما تتّسع له مقالة.</translation>
    </message>
    <message>
        <source>{file} holds more than {limit} files.</source>
        <translation>في {file} أكثر من {limit} من الملفات.</translation>
    </message>
    <message>
        <source>{file} holds no .xmi file.</source>
        <translation>ليس في {file} ملف ‎.xmi.</translation>
    </message>
    <message>
        <source>{file} holds no document that can be read.</source>
        <translation>ليس في {file} مستند يمكن قراءته.</translation>
    </message>
    <message>
        <source>{file} holds no line of gold data; choose another file.</source>
        <translation>ليس في {file} سطر من البيانات الذهبية؛ اختر ملفًّا آخر.</translation>
    </message>
    <message>
        <source>{file} holds no rows.</source>
        <translation>ليس في {file} صفوف.</translation>
    </message>
    <message>
        <source>{file} holds no text that can be read.</source>
        <translation>ليس في {file} نص يمكن قراءته.</translation>
    </message>
    <message>
        <source>{file} holds no web page.</source>
        <translation>ليس في {file} صفحة ويب.</translation>
    </message>
    <message>
        <source>{file} holds nothing; choose another file.</source>
        <translation>{file} فارغ؛ اختر ملفًّا آخر.</translation>
    </message>
    <message>
        <source>{file} holds pictures of pages and no text; run text recognition on it first.</source>
        <translation>في {file} صور صفحات بلا نص؛ مرّره أولًا ببرنامج للتعرّف على النص (OCR).</translation>
    </message>
    <message>
        <source>{file} holds “{member}” twice.</source>
        <translation>في {file} ملفان باسم «{member}».</translation>
    </message>
    <message>
        <source>{file} holds “{member}”, a path out of the archive; it is refused.</source>
        <translation>في {file} مسار إلى خارج الأرشيف، هو «{member}»؛ رُفض الملف.</translation>
    </message>
    <message>
        <source>{file} is an old Excel workbook, or locked with a password; save it as .xlsx, unlocked.</source>
        <translation>{file} مصنّف Excel قديم أو محميّ بكلمة مرور؛ احفظه بصيغة ‎.xlsx بلا حماية.</translation>
    </message>
    <message>
        <source>{file} is an old Word document, or locked with a password; save it as .docx, unlocked.</source>
        <translation>{file} مستند Word قديم أو محميّ بكلمة مرور؛ احفظه بصيغة ‎.docx بلا حماية.</translation>
    </message>
    <message>
        <source>{file} is damaged, or locked with a password.</source>
        <translation>{file} تالف أو محميّ بكلمة مرور.</translation>
    </message>
    <message>
        <source>{file} is damaged: {reason}.</source>
        <translation>{file} تالف: {reason}.</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} فارغ.</translation>
    </message>
    <message>
        <source>{file} is in use; close the program that has it open first.</source>
        <translation>{file} مستعمل الآن؛ أغلق أولًا البرنامج الذي يفتحه.</translation>
    </message>
    <message>
        <source>{file} is larger than {limit} MB.</source>
        <translation>{file} أكبر من {limit} ميغابايت.</translation>
    </message>
    <message>
        <source>{file} is larger than {limit} MB; split it.</source>
        <translation>{file} أكبر من {limit} ميغابايت؛ قسّمه.</translation>
    </message>
    <message>
        <source>{file} is locked against copying.</source>
        <translation>{file} محميّ من النسخ.</translation>
    </message>
    <message>
        <source>{file} is locked with a password; save it unlocked.</source>
        <translation>{file} محميّ بكلمة مرور؛ احفظه بلا حماية.</translation>
    </message>
    <message>
        <source>{file} is longer than {limit} MB.</source>
        <translation>{file} أطول من {limit} ميغابايت.</translation>
    </message>
    <message>
        <source>{file} is nested more than {limit} deep.</source>
        <translation>مستويات التداخل في {file} أكثر من {limit}.</translation>
    </message>
    <message>
        <source>{file} is no DocBin of spaCy, or is damaged.</source>
        <translation>ليس {file} ملف DocBin من spaCy، أو هو تالف.</translation>
    </message>
    <message>
        <source>{file} is no Excel workbook that can be read.</source>
        <translation>ليس {file} مصنّف Excel يمكن قراءته.</translation>
    </message>
    <message>
        <source>{file} is no GATE document: it has no TextWithNodes.</source>
        <translation>ليس {file} مستند GATE: ليس فيه TextWithNodes.</translation>
    </message>
    <message>
        <source>{file} is no OpenDocument text.</source>
        <translation>ليس {file} مستند OpenDocument نصيًّا.</translation>
    </message>
    <message>
        <source>{file} is no PDF that can be read.</source>
        <translation>ليس {file} ملف PDF يمكن قراءته.</translation>
    </message>
    <message>
        <source>{file} is no PDF, or is damaged.</source>
        <translation>ليس {file} ملف PDF، أو هو تالف.</translation>
    </message>
    <message>
        <source>{file} is no Parquet file, or is damaged.</source>
        <translation>ليس {file} ملف Parquet، أو هو تالف.</translation>
    </message>
    <message>
        <source>{file} is no SQLite file.</source>
        <translation>ليس {file} ملف SQLite.</translation>
    </message>
    <message>
        <source>{file} is no Word document that can be read.</source>
        <translation>ليس {file} مستند Word يمكن قراءته.</translation>
    </message>
    <message>
        <source>{file} is no Word document.</source>
        <translation>ليس {file} مستند Word.</translation>
    </message>
    <message>
        <source>{file} is no ZIP archive, or is damaged.</source>
        <translation>ليس {file} أرشيف ZIP، أو هو تالف.</translation>
    </message>
    <message>
        <source>{file} is no book in EPUB: it lacks {part}.</source>
        <translation>ليس {file} كتاب EPUB: ينقصه {part}.</translation>
    </message>
    <message>
        <source>{file} is no book in EPUB: {part} names no package.</source>
        <translation>ليس {file} كتاب EPUB: لا يذكر {part} ملف الحزمة (package).</translation>
    </message>
    <message>
        <source>{file} is no project of Taguette: it lacks the table “{table}”.</source>
        <translation>ليس {file} مشروع Taguette: ينقصه الجدول «{table}».</translation>
    </message>
    <message>
        <source>{file} is no web archive that can be read.</source>
        <translation>ليس {file} أرشيف ويب يمكن قراءته.</translation>
    </message>
    <message>
        <source>{file} is not JSON that can be read: {reason}.</source>
        <translation>ليس {file} بصيغة JSON تمكن قراءتها: {reason}.</translation>
    </message>
    <message>
        <source>{file} is not JSON: “{found}” stands where a record should.</source>
        <translation>ليس {file} بصيغة JSON: في موضع السجلّ «{found}».</translation>
    </message>
    <message>
        <source>{file} is not UIMA XMI: its root is &lt;{root}&gt;.</source>
        <translation>ليس {file} بصيغة UIMA XMI: جذره ⁦&lt;{root}&gt;⁩.</translation>
    </message>
    <message>
        <source>{file} is not UTF-8, as WebAnno TSV is; save it as UTF-8.</source>
        <translation>ليس {file} بترميز UTF-8 كما هي ملفات WebAnno TSV؛ احفظه بترميز UTF-8.</translation>
    </message>
    <message>
        <source>{file} is not XML that can be read: {reason}.</source>
        <translation>ليس {file} بصيغة XML تمكن قراءتها: {reason}.</translation>
    </message>
    <message>
        <source>{file} is not a JSON CAS: it has no %FEATURE_STRUCTURES.</source>
        <translation>ليس {file} بصيغة JSON CAS: ليس فيه ‎%FEATURE_STRUCTURES.</translation>
    </message>
    <message>
        <source>{file} is not a mapping of this Sanad: its format is “{found}”, version {version}.</source>
        <translation>ليس {file} ملف مقابلة أسماء لهذه النسخة من سند: صيغته «{found}»، الإصدار {version}.</translation>
    </message>
    <message>
        <source>{file} is not a mapping: {reason}.</source>
        <translation>ليس {file} ملف مقابلة أسماء: {reason}.</translation>
    </message>
    <message>
        <source>{file} is not a project exported by INCEpTION.</source>
        <translation>ليس {file} مشروعًا صدّره INCEpTION.</translation>
    </message>
    <message>
        <source>{file} is not the text that was annotated: it was changed since.</source>
        <translation>ليس {file} النص الذي وُسم: تغيّر بعد ذلك.</translation>
    </message>
    <message>
        <source>{file} lacks the part “{member}”.</source>
        <translation>ينقص {file} الجزء «{member}».</translation>
    </message>
    <message>
        <source>{file} lists no chapters, or more than {limit}.</source>
        <translation>لا فصول في فهرس {file}، أو هي أكثر من {limit}.</translation>
    </message>
    <message>
        <source>{file} unpacks to more than {limit} MB; it is refused.</source>
        <translation>حجم {file} بعد فكّ الضغط أكبر من {limit} ميغابايت؛ رُفض.</translation>
    </message>
    <message>
        <source>{file}, line 1: “{found}” is not the header of WebAnno TSV 3.</source>
        <translation>{file}، السطر 1: ليس «{found}» رأس ملف WebAnno TSV 3.</translation>
    </message>
    <message>
        <source>{file}, line {line}, character {column}: this is not well-formed XML.</source>
        <translation>{file}، السطر {line}، الحرف {column}: بنية XML غير سليمة.</translation>
    </message>
    <message>
        <source>{file}, {inside}</source>
        <translation>{file}، {inside}</translation>
    </message>
    <message>
        <source>{file}, {part}: {problem}</source>
        <translation>{file}، {part}: {problem}</translation>
    </message>
    <message>
        <source>{file}: %FEATURE_STRUCTURES is no list.</source>
        <translation>{file}: ليس ‎%FEATURE_STRUCTURES قائمة.</translation>
    </message>
    <message>
        <source>{file}: a feature structure is {found}.</source>
        <translation>{file}: إحدى بنى السمات (feature structure) هي {found}.</translation>
    </message>
    <message>
        <source>{file}: a record is longer than {limit} MB; split the document.</source>
        <translation>{file}: فيه سجلّ أطول من {limit} ميغابايت؛ قسّم المستند.</translation>
    </message>
    <message>
        <source>{file}: feature structure “{id}” has no type, or its id twice.</source>
        <translation>{file}: بنية السمات «{id}» بلا نوع، أو معرّفها مكرّر.</translation>
    </message>
    <message>
        <source>{file}: no column holds tags such as O, B-… and I-…; say which one does.</source>
        <translation>{file}: لا عمود فيه علامات مثل O و⁦B-…⁩ و⁦I-…⁩؛ حدّد العمود.</translation>
    </message>
    <message>
        <source>{file}: the code “{code}” has a name of more than {limit} characters.</source>
        <translation>{file}: اسم الرمز «{code}» أطول من {limit} حرفًا.</translation>
    </message>
    <message>
        <source>{file}: the id “{id}” is given twice, or missing.</source>
        <translation>{file}: المعرّف «{id}» مكرّر أو مفقود.</translation>
    </message>
    <message>
        <source>{file}: the text it annotates, “{source}”, is not beside it; put it there as a .txt file.</source>
        <translation>{file}: النص الموسوم «{source}» ليس بجانبه؛ ضعه هناك ملفَّ ‎.txt.</translation>
    </message>
    <message>
        <source>{file}: the text, {text}, must lie beside it.</source>
        <translation>{file}: لا بدّ أن يكون النص {text} بجانبه.</translation>
    </message>
    <message>
        <source>{file}: this is a project of Sanad, and a project is not imported into another; export it to gold data first, then import these.</source>
        <translation>{file}: هذا مشروع سند، ولا يُستورد مشروع في آخر؛ صدّره أولًا إلى بيانات ذهبية ثم استوردها.</translation>
    </message>
    <message>
        <source>{file}: this is no kind of file that Sanad reads; choose another one.</source>
        <translation>{file}: ليس من أنواع الملفات التي يقرؤها سند؛ اختر غيره.</translation>
    </message>
    <message>
        <source>{file}: {member} is no REFI-QDA project, but “{found}”.</source>
        <translation>{file}: ليس {member} مشروع REFI-QDA، بل «{found}».</translation>
    </message>
    <message>
        <source>{file}: {problem}</source>
        <translation>{file}: {problem}</translation>
    </message>
    <message>
        <source>{label} at a line end</source>
        <translation>{label} عند نهاية سطر</translation>
    </message>
    <message>
        <source>{label} is written as {value}</source>
        <translation>كُتب {value} مكان {label}</translation>
    </message>
    <message>
        <source>{label} on a line end</source>
        <translation>{label} على نهاية سطر</translation>
    </message>
    <message>
        <source>{label} on white space</source>
        <translation>{label} على فراغ</translation>
    </message>
    <message>
        <source>{label} “{quote}”</source>
        <translation>{label} «{quote}»</translation>
    </message>
    <message>
        <source>{label} “{quote}” becomes “{new}”</source>
        <translation>{label} «{quote}» يصير «{new}»</translation>
    </message>
    <message>
        <source>{name} is called {file}</source>
        <translation>{name} صار اسمه {file}</translation>
    </message>
    <message>
        <source>{name} must be a number, not “{value}”.</source>
        <translation>يجب أن تكون قيمة {name} عددًا، لا «{value}».</translation>
    </message>
    <message>
        <source>{name} must be one of {choices}, not “{value}”.</source>
        <translation>يجب أن تكون قيمة {name} واحدة من {choices}، لا «{value}».</translation>
    </message>
    <message>
        <source>{name} must be text, not {value}.</source>
        <translation>يجب أن تكون قيمة {name} نصًّا، لا {value}.</translation>
    </message>
    <message>
        <source>{name} on {host} (process {process}) since {since}</source>
        <translation>{name} على {host} (العملية {process}) منذ {since}</translation>
    </message>
    <message>
        <source>{name} “{value}” becomes text</source>
        <translation>{name} «{value}» يصير نصًّا</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>{number}: “{words}”</source>
        <translation>‏{number}: «{words}»</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>تعذّرت قراءة {path}: {reason}.</translation>
    </message>
    <message>
        <source>{path} is too large for a label set; choose a scheme.json.</source>
        <translation>{path} أكبر من أن يكون مجموعة أصناف؛ اختر ملف scheme.json.</translation>
    </message>
    <message>
        <source>{path}: {problem}</source>
        <translation>{path}: {problem}</translation>
    </message>
    <message>
        <source>{place} and {count:,} more like it: {said}</source>
        <translation>{place}، ومثلها {count:,}: {said}</translation>
    </message>
    <message>
        <source>{place} cannot be read as {encoding}.</source>
        <translation>لا يُقرأ {place} بترميز {encoding}.</translation>
    </message>
    <message>
        <source>{place} contains a NUL character, which no text may have; remove it.</source>
        <translation>في {place} حرف NUL، ولا يصحّ في نص؛ احذفه.</translation>
    </message>
    <message>
        <source>{place} contains half a character (a lone surrogate).</source>
        <translation>في {place} نصف حرف (surrogate منفرد).</translation>
    </message>
    <message>
        <source>{place} has more than {limit} MB of text; split it.</source>
        <translation>في {place} أكثر من {limit} ميغابايت من النص؛ قسّمه.</translation>
    </message>
    <message>
        <source>{place} has more than {limit} tags.</source>
        <translation>في {place} أكثر من {limit} من العلامات.</translation>
    </message>
    <message>
        <source>{place} has no text.</source>
        <translation>ليس في {place} نص.</translation>
    </message>
    <message>
        <source>{place} has no text; leave it out or fill it.</source>
        <translation>ليس في {place} نص؛ احذفه أو املأه.</translation>
    </message>
    <message>
        <source>{place} holds U+{code:04X} at character {offset}, which no article can hold.</source>
        <translation>في {place} المحرف ⁦U+{code:04X}⁩ عند الحرف {offset}، ولا يصحّ في مقالة.</translation>
    </message>
    <message>
        <source>{place} holds a NUL character, which no article can hold.</source>
        <translation>في {place} حرف NUL، ولا يصحّ في مقالة.</translation>
    </message>
    <message>
        <source>{place} holds more than {limit} annotations.</source>
        <translation>في {place} أكثر من {limit} من الوسوم.</translation>
    </message>
    <message>
        <source>{place} holds more than {limit} relations.</source>
        <translation>في {place} أكثر من {limit} من العلاقات.</translation>
    </message>
    <message>
        <source>{place} holds no text to annotate.</source>
        <translation>ليس في {place} نص يوسم.</translation>
    </message>
    <message>
        <source>{place} holds no text.</source>
        <translation>ليس في {place} نص.</translation>
    </message>
    <message>
        <source>{place} is gold data of version {found}, and this Sanad reads version {known}; install a newer Sanad.</source>
        <translation>{place} بيانات ذهبية من الإصدار {found}، وهذه النسخة من سند تقرأ الإصدار {known}؛ ثبّت نسخة أحدث.</translation>
    </message>
    <message>
        <source>{place} is in a format that Sanad does not read; export the project again, with “UIMA CAS XMI” as secondary format.</source>
        <translation>{place} بصيغة لا يقرؤها سند؛ صدّر المشروع ثانيةً واجعل الصيغة الثانوية «UIMA CAS XMI».</translation>
    </message>
    <message>
        <source>{place} is nested more than {limit} deep.</source>
        <translation>مستويات التداخل في {place} أكثر من {limit}.</translation>
    </message>
    <message>
        <source>{place} is no object with a text and labels.</source>
        <translation>ليس {place} كائنًا فيه نص وأصناف.</translation>
    </message>
    <message>
        <source>{place} is no row of a table: {reason}.</source>
        <translation>ليس {place} صفًّا من جدول: {reason}.</translation>
    </message>
    <message>
        <source>{place} is no task with a text.</source>
        <translation>ليس {place} مهمّة فيها نص.</translation>
    </message>
    <message>
        <source>{place} is no task with data.</source>
        <translation>ليس {place} مهمّة فيها بيانات.</translation>
    </message>
    <message>
        <source>{place} is no text with entities.</source>
        <translation>ليس {place} نصًّا مع كيانات.</translation>
    </message>
    <message>
        <source>{place} is not JSON: {reason}.</source>
        <translation>ليس {place} بصيغة JSON: {reason}.</translation>
    </message>
    <message>
        <source>{place} is not UTF-8.</source>
        <translation>ليس {place} بترميز UTF-8.</translation>
    </message>
    <message>
        <source>{place} is not UTF-8: byte {byte:#04x} cannot stand there; save the file as UTF-8.</source>
        <translation>ليس {place} بترميز UTF-8: البايت {byte:#04x} لا يصحّ هناك؛ احفظ الملف بترميز UTF-8.</translation>
    </message>
    <message>
        <source>{place} is not gold data: its format is “{found}”, not “{wanted}”.</source>
        <translation>ليس {place} بيانات ذهبية: صيغته «{found}» لا «{wanted}».</translation>
    </message>
    <message>
        <source>{place} is not {encoding}; say which encoding it is in.</source>
        <translation>ليس {place} بترميز {encoding}؛ حدّد ترميزه.</translation>
    </message>
    <message>
        <source>{place}: a coding names a code that is not there.</source>
        <translation>{place}: موضع مرمَّز برمز غير موجود.</translation>
    </message>
    <message>
        <source>{place}: a layer of kind “{kind}” names {found} reviewers; it needs {wanted}.</source>
        <translation>{place}: طبقة من نوع «{kind}» تسمّي {found} من المراجِعين، والمطلوب {wanted}.</translation>
    </message>
    <message>
        <source>{place}: a region of kind “{kind}” is no text.</source>
        <translation>{place}: مقطع من نوع «{kind}»، وهو ليس نصًّا.</translation>
    </message>
    <message>
        <source>{place}: a relation “{type}” links annotation {end} with itself.</source>
        <translation>{place}: علاقة «{type}» بين الوسم {end} ونفسه.</translation>
    </message>
    <message>
        <source>{place}: a relation “{type}” links annotation {end}, which is not there.</source>
        <translation>{place}: علاقة «{type}» طرفها الوسم {end}، وهو غير موجود.</translation>
    </message>
    <message>
        <source>{place}: a span cannot be read; the file is damaged.</source>
        <translation>{place}: تعذّرت قراءة مقطع؛ الملف تالف.</translation>
    </message>
    <message>
        <source>{place}: a tag of it is not there.</source>
        <translation>{place}: إحدى علاماته غير موجودة.</translation>
    </message>
    <message>
        <source>{place}: a token has no text; the file is damaged.</source>
        <translation>{place}: فيه وحدة (token) بلا نص؛ الملف تالف.</translation>
    </message>
    <message>
        <source>{place}: an annotation is compared with itself; correct the file.</source>
        <translation>{place}: فيه وسم مقارَن بنفسه؛ صحّح الملف.</translation>
    </message>
    <message>
        <source>{place}: annotation {id} cannot be: {problem}</source>
        <translation>{place}: لا يصحّ الوسم {id}: {problem}</translation>
    </message>
    <message>
        <source>{place}: annotation {id} does not stand at {start}–{end} in the text; run sanad check.</source>
        <translation>{place}: ليس الوسم {id} عند {start}–{end} في النص؛ نفّذ الأمر ⁦sanad check⁩.</translation>
    </message>
    <message>
        <source>{place}: annotation {id} has a scheme_version below 1.</source>
        <translation>{place}: قيمة scheme_version للوسم {id} أقل من 1.</translation>
    </message>
    <message>
        <source>{place}: annotation {id} has no selector that tells where in the text it is.</source>
        <translation>{place}: ليس للوسم {id} محدِّد (selector) يبيّن موضعه في النص.</translation>
    </message>
    <message>
        <source>{place}: annotation {id} quotes “{quote}”, but the text has “{found}” at {start}–{end}.</source>
        <translation>{place}: يقتبس الوسم {id} «{quote}»، لكن في النص «{found}» عند {start}–{end}.</translation>
    </message>
    <message>
        <source>{place}: its GUID stands there twice.</source>
        <translation>{place}: معرّفه GUID مكرّر.</translation>
    </message>
    <message>
        <source>{place}: its notes are too long.</source>
        <translation>{place}: ملاحظاته أطول من اللازم.</translation>
    </message>
    <message>
        <source>{place}: offsets count “{found}”, and gold data counts “{wanted}”; convert them first.</source>
        <translation>{place}: المواضع محسوبة بوحدة «{found}»، والبيانات الذهبية بوحدة «{wanted}»؛ حوّلها أولًا.</translation>
    </message>
    <message>
        <source>{place}: relation {id} links an annotation to itself.</source>
        <translation>{place}: العلاقة {id} تصل وسمًا بنفسه.</translation>
    </message>
    <message>
        <source>{place}: relation {id} links annotation {end}, which the line does not have.</source>
        <translation>{place}: العلاقة {id} تصل الوسم {end}، وليس في السطر.</translation>
    </message>
    <message>
        <source>{place}: say which of these holds the text: {known}.</source>
        <translation>{place}: حدّد أيّ هذه فيه النص: {known}.</translation>
    </message>
    <message>
        <source>{place}: spans or user data cannot be read.</source>
        <translation>{place}: تعذّرت قراءة المقاطع أو بيانات المستخدم.</translation>
    </message>
    <message>
        <source>{place}: the annotation at {start} covers nothing.</source>
        <translation>{place}: الوسم عند {start} لا يغطي شيئًا.</translation>
    </message>
    <message>
        <source>{place}: the annotations hold more text than can be read.</source>
        <translation>{place}: في الوسوم نص أكثر مما تمكن قراءته.</translation>
    </message>
    <message>
        <source>{place}: the article has no text; leave it out.</source>
        <translation>{place}: ليس للمقالة نص؛ احذفها.</translation>
    </message>
    <message>
        <source>{place}: the comment about the document cannot be read: {reason}.</source>
        <translation>{place}: تعذّرت قراءة التعليق الذي يصف المستند: {reason}.</translation>
    </message>
    <message>
        <source>{place}: the comparison names no reviewer; correct the file.</source>
        <translation>{place}: المقارنة لا تسمّي مراجِعًا؛ صحّح الملف.</translation>
    </message>
    <message>
        <source>{place}: the document is longer than an article may be; choose how many sentences make one.</source>
        <translation>{place}: المستند أطول مما تتّسع له مقالة؛ حدّد عدد الجمل في المستند.</translation>
    </message>
    <message>
        <source>{place}: the entity {id} is neither in this project nor in entities.jsonl beside the file; put that file there.</source>
        <translation>{place}: الكيان {id} ليس في هذا المشروع ولا في entities.jsonl بجانب الملف؛ ضع ذلك الملف هناك.</translation>
    </message>
    <message>
        <source>{place}: the fragments should read “{quote}”, which does not stand there.</source>
        <translation>{place}: ينبغي أن يكون نص الأجزاء «{quote}»، وليس هناك.</translation>
    </message>
    <message>
        <source>{place}: the id “{found}” is not a UUID in lower case; give everything a UUID.</source>
        <translation>{place}: المعرّف «{found}» ليس UUID بأحرف صغيرة؛ أعطِ كل شيء UUID.</translation>
    </message>
    <message>
        <source>{place}: the layer of “{document}” by “{reviewer}” in this project says something else, and stays as it is; import this one into another project.</source>
        <translation>{place}: طبقة «{document}» التي وضعها «{reviewer}» في هذا المشروع تقول غير ذلك، وتبقى كما هي؛ أضف هذه إلى مشروع آخر.</translation>
    </message>
    <message>
        <source>{place}: the layer of “{document}” by “{reviewer}” in this project says something else, and stays as it is; import this one under another reviewer&apos;s name.</source>
        <translation>{place}: طبقة «{document}» التي وضعها «{reviewer}» في هذا المشروع تقول غير ذلك، وتبقى كما هي؛ أضف هذه باسم مراجِع آخر.</translation>
    </message>
    <message>
        <source>{place}: the layer&apos;s reviewers have no name or the same one; correct the names.</source>
        <translation>{place}: مراجِعو الطبقة بلا أسماء أو بالاسم نفسه؛ صحّح الأسماء.</translation>
    </message>
    <message>
        <source>{place}: the line is longer than {limit} MB; split the document.</source>
        <translation>{place}: السطر أطول من {limit} ميغابايت؛ قسّم المستند.</translation>
    </message>
    <message>
        <source>{place}: the line is longer than {limit} MB; this is no list of tokens.</source>
        <translation>{place}: السطر أطول من {limit} ميغابايت؛ ليس هذا سردًا للكلمات.</translation>
    </message>
    <message>
        <source>{place}: the link “{type}” leads to nothing that its user coded in this text.</source>
        <translation>{place}: الصلة «{type}» لا تؤدي إلى شيء رمّزه صاحبها في هذا النص.</translation>
    </message>
    <message>
        <source>{place}: the project has another text under the id {id}, as “{name}”; import it into another project.</source>
        <translation>{place}: في المشروع نص آخر بالمعرّف {id} اسمه «{name}»؛ استورده في مشروع آخر.</translation>
    </message>
    <message>
        <source>{place}: the row of “{word}” has no column {column}.</source>
        <translation>{place}: ليس في صف «{word}» العمود {column}.</translation>
    </message>
    <message>
        <source>{place}: the sentence begins far behind the one before it.</source>
        <translation>{place}: تبدأ الجملة بعيدًا عن نهاية التي قبلها.</translation>
    </message>
    <message>
        <source>{place}: the span {start}–{end} lies outside the tokens.</source>
        <translation>{place}: المقطع {start}–{end} خارج وحدات النص (tokens).</translation>
    </message>
    <message>
        <source>{place}: the span {start}–{end} should read “{quote}”, which does not stand there.</source>
        <translation>{place}: ينبغي أن يكون نص المقطع {start}–{end} «{quote}»، وليس هناك.</translation>
    </message>
    <message>
        <source>{place}: the text has a character that no text may have (NUL, or half a character).</source>
        <translation>{place}: في النص محرف لا يصحّ في نص (NUL أو نصف حرف).</translation>
    </message>
    <message>
        <source>{place}: the text has no nodes {where}.</source>
        <translation>{place}: ليست في النص العقدتان {where}.</translation>
    </message>
    <message>
        <source>{place}: the text has {size:,} bytes; an article may have {limit:,} at most.</source>
        <translation>{place}: حجم النص {size:,} بايت، وأقصى ما يُقبل للمقالة {limit:,}.</translation>
    </message>
    <message>
        <source>{place}: the text holds half a character; mend the file.</source>
        <translation>{place}: في النص نصف حرف؛ أصلح الملف.</translation>
    </message>
    <message>
        <source>{place}: the text is longer than {limit} characters.</source>
        <translation>{place}: النص أطول من {limit} حرفًا.</translation>
    </message>
    <message>
        <source>{place}: the text is not the one that was annotated: its SHA-256 is {found}…, not {wanted}….</source>
        <translation>{place}: ليس هذا هو النص الذي وُسم: بصمته SHA-256 هي {found}… لا {wanted}….</translation>
    </message>
    <message>
        <source>{place}: the version is {found}, but there is only version {known}.</source>
        <translation>{place}: الإصدار {found}، ولا يوجد إلا الإصدار {known}.</translation>
    </message>
    <message>
        <source>{place}: the {what} is empty; leave the line out or fill it.</source>
        <translation>{place}: هناك {what} فارغ؛ احذف السطر أو املأه.</translation>
    </message>
    <message>
        <source>{place}: the {what} {id} is in the project already, in another place; give it a new id.</source>
        <translation>{place}: المعرّف {id} ({what}) موجود في المشروع في موضع آخر؛ أعطِه معرّفًا جديدًا.</translation>
    </message>
    <message>
        <source>{place}: the {what} {id} stands there twice.</source>
        <translation>{place}: المعرّف {id} ({what}) مكرّر هناك.</translation>
    </message>
    <message>
        <source>{place}: there are more than {limit} columns.</source>
        <translation>{place}: الأعمدة أكثر من {limit}.</translation>
    </message>
    <message>
        <source>{place}: there is no span {start}–{end} in a text of {length} characters.</source>
        <translation>{place}: لا مقطع {start}–{end} في نص طوله {length} حرفًا.</translation>
    </message>
    <message>
        <source>{place}: there is no “{name}”; there are: {known}.</source>
        <translation>{place}: لا يوجد «{name}»؛ الموجود: {known}.</translation>
    </message>
    <message>
        <source>{place}: there is {what}; name it.</source>
        <translation>{place}: فيه {what}؛ سمِّه.</translation>
    </message>
    <message>
        <source>{place}: this project&apos;s label set has no attribute of {label} named “{name}”; make a new project with the label set of this data (its scheme.json) and import it there.</source>
        <translation>{place}: ليس للصنف «{label}» في مجموعة أصناف هذا المشروع خاصية «{name}»؛ أنشئ مشروعًا جديدًا بمجموعة أصناف هذه البيانات (ملف scheme.json) واستوردها فيه.</translation>
    </message>
    <message>
        <source>{place}: this project&apos;s label set has no {what} “{name}”; make a new project with the label set of this data (its scheme.json) and import it there.</source>
        <translation>{place}: ليس في مجموعة أصناف هذا المشروع {what} «{name}»؛ أنشئ مشروعًا جديدًا بمجموعة أصناف هذه البيانات (ملف scheme.json) واستوردها فيه.</translation>
    </message>
    <message>
        <source>{place}: too little of the file fits its text; it is refused.</source>
        <translation>{place}: قليل مما في الملف يوافق نصه؛ رُفض.</translation>
    </message>
    <message>
        <source>{place}: too many spans do not stand where the file says; is this the right text?</source>
        <translation>{place}: مقاطع كثيرة ليست حيث يقول الملف؛ هل هذا هو النص الصحيح؟</translation>
    </message>
    <message>
        <source>{place}: what stands under “{key}” cannot be used: {reason}.</source>
        <translation>{place}: ما تحت «{key}» غير صالح: {reason}.</translation>
    </message>
    <message>
        <source>{place}: {name} of annotation {id} is an integer beyond 64 bits; write it as text.</source>
        <translation>{place}: {name} في الوسم {id} عدد صحيح يتجاوز 64 بتًّا؛ اكتبه نصًّا.</translation>
    </message>
    <message>
        <source>{place}: {problem}</source>
        <translation>{place}: {problem}</translation>
    </message>
    <message>
        <source>{place}: {problem}.</source>
        <translation>{place}: {problem}.</translation>
    </message>
    <message>
        <source>{place}: {problem}; correct the file.</source>
        <translation>{place}: {problem}؛ صحّح الملف.</translation>
    </message>
    <message>
        <source>{place}: {reason}.</source>
        <translation>{place}: {reason}.</translation>
    </message>
    <message>
        <source>{place}: {said}</source>
        <translation>{place}: {said}</translation>
    </message>
    <message>
        <source>{place}: {what} covers {start}–{end}, but the text has {length} characters.</source>
        <translation>{place}: المقطع {start}–{end} ({what}) خارج النص، وطوله {length} حرفًا.</translation>
    </message>
    <message>
        <source>{said} ({count:,} times)</source>
        <translation>{said} (عدد المرات: {count:,})</translation>
    </message>
    <message>
        <source>“{cue}” denies it</source>
        <translation>«{cue}» ينفيه</translation>
    </message>
    <message>
        <source>“{cue}” does not tell who says it</source>
        <translation>«{cue}» لا يبيّن القائل</translation>
    </message>
    <message>
        <source>“{cue}” stands after it</source>
        <translation>«{cue}» بعده</translation>
    </message>
    <message>
        <source>“{cue}” stands before it</source>
        <translation>«{cue}» قبله</translation>
    </message>
    <message>
        <source>“{document}” is noted with {noted} characters and has {found}.</source>
        <translation>طول «{document}» المسجّل {noted} حرفًا، وطولها في الواقع {found}.</translation>
    </message>
    <message>
        <source>“{file}” cannot be written: {reason}. Choose another place.</source>
        <translation>تعذّرت كتابة «{file}»: {reason}. اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>“{file}” could not be moved into place, so the dataset there is mixed: {reason}. Export again, to another folder.</source>
        <translation>تعذّر نقل «{file}» إلى مكانه فاختلطت البيانات هناك: {reason}. أعد التصدير إلى مجلّد آخر.</translation>
    </message>
    <message>
        <source>“{file}” has been changed since it was exported, and this export would replace it; choose another folder, or move the file away.</source>
        <translation>تغيّر «{file}» بعد تصديره، وهذا التصدير سيحلّ محلّه؛ اختر مجلّدًا آخر، أو انقل الملف من هناك.</translation>
    </message>
    <message>
        <source>“{file}” is a project, or named like one; choose another name.</source>
        <translation>«{file}» مشروع، أو اسمه كاسم مشروع؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>“{file}” was not written by an export, and this one would replace it; choose another folder.</source>
        <translation>ليس «{file}» مما كتبه تصدير، وهذا التصدير سيحلّ محلّه؛ اختر مجلّدًا آخر.</translation>
    </message>
    <message>
        <source>“{folder}” is a file; choose a folder to export to.</source>
        <translation>«{folder}» ملف؛ اختر مجلّدًا للتصدير إليه.</translation>
    </message>
    <message>
        <source>“{given}” gives values, which only a label can be given; write the name alone.</source>
        <translation>في «{given}» قيم، ولا تُعطى القيم إلا لصنف؛ اكتب الاسم وحده.</translation>
    </message>
    <message>
        <source>“{given}” should be written as LABEL:ATTRIBUTE=VALUE; a colon in a name is written \:.</source>
        <translation>يُكتب «{given}» على صورة LABEL:ATTRIBUTE=VALUE؛ والنقطتان في الاسم تُكتبان \:.</translation>
    </message>
    <message>
        <source>“{given}” should be written as NAME=VALUE.</source>
        <translation>ينبغي أن يُكتب «{given}» هكذا: ⁦NAME=VALUE⁩.</translation>
    </message>
    <message>
        <source>“{member}” in {file} cannot be unpacked: {reason}.</source>
        <translation>تعذّر فكّ «{member}» من {file}: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” cannot be done: what it changes has been changed since. Open the document again and look.</source>
        <translation>تعذّر «{name}»: ما يغيّره قد تغيّر منذ ذلك. افتح المقالة ثانيةً وانظر.</translation>
    </message>
    <message>
        <source>“{name}” comes right after the words of saying</source>
        <translation>«{name}» بعد لفظ القول مباشرة</translation>
    </message>
    <message>
        <source>“{name}” comes right before the words of saying</source>
        <translation>«{name}» قبل لفظ القول مباشرة</translation>
    </message>
    <message>
        <source>“{name}” is a number, and “{value}” is none; write a number such as 1000.</source>
        <translation>«{name}» خاصية عددية، و«{value}» ليس عددًا؛ اكتب عددًا مثل 1000.</translation>
    </message>
    <message>
        <source>“{name}” is an attribute; write it as {known}.</source>
        <translation>«{name}» سمة؛ اكتبها هكذا: {known}.</translation>
    </message>
    <message>
        <source>“{name}” is neither a project nor a command; see sanad --help.</source>
        <translation>«{name}» ليس مشروعًا ولا أمرًا؛ انظر sanad --help.</translation>
    </message>
    <message>
        <source>“{name}” is still running; do this again when it is done.</source>
        <translation>«{name}» لم ينته بعد؛ أعد المحاولة حين ينتهي.</translation>
    </message>
    <message>
        <source>“{name}” passes it on</source>
        <translation>«{name}» ناقل له</translation>
    </message>
    <message>
        <source>“{path}” cannot be written: {reason}.</source>
        <translation>تعذّرت الكتابة في «{path}»: {reason}.</translation>
    </message>
    <message>
        <source>“{path}” cannot be written: {reason}. Choose another place.</source>
        <translation>تعذّرت الكتابة في «{path}»: {reason}. اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>“{path}” cannot be written{reason}; nothing was imported.</source>
        <translation>تعذّرت الكتابة في «{path}»{reason}؛ لم يُستورد شيء.</translation>
    </message>
    <message>
        <source>“{path}” exists already; choose another name.</source>
        <translation>«{path}» موجود من قبل؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>“{path}” holds a {kind} {name} that Sanad did not make; it was not opened.</source>
        <translation>في «{path}» {kind} باسم {name} لم يصنعه سند؛ لم يُفتح.</translation>
    </message>
    <message>
        <source>“{path}” holds no article to print.</source>
        <translation>ليس في «{path}» مقالة تُطبع.</translation>
    </message>
    <message>
        <source>“{path}” is a database of another program, not a Sanad project.</source>
        <translation>«{path}» قاعدة بيانات لبرنامج آخر، لا مشروع سند.</translation>
    </message>
    <message>
        <source>“{path}” is being made by {owner}.</source>
        <translation>«{path}» قيد الإنشاء لدى {owner}.</translation>
    </message>
    <message>
        <source>“{path}” is damaged ({reason}). Keep it as it is and open a backup of it.</source>
        <translation>«{path}» تالف ({reason}). أبقه كما هو وافتح نسخة احتياطية منه.</translation>
    </message>
    <message>
        <source>“{path}” is not a Sanad project; choose a file that Sanad has made.</source>
        <translation>«{path}» ليس مشروع سند؛ اختر ملفًّا صنعه سند.</translation>
    </message>
    <message>
        <source>“{path}” is not a file; choose a project file.</source>
        <translation>«{path}» ليس ملفًّا؛ اختر ملف مشروع.</translation>
    </message>
    <message>
        <source>“{path}” is of an older file version ({found}) and must be opened for writing once.</source>
        <translation>«{path}» من إصدار ملف أقدم ({found})، ولا بدّ من فتحه للكتابة مرة.</translation>
    </message>
    <message>
        <source>“{path}” is open; choose another name for the copy.</source>
        <translation>«{path}» مفتوح؛ اختر اسمًا آخر للنسخة.</translation>
    </message>
    <message>
        <source>“{path}” is there already; choose another name.</source>
        <translation>«{path}» موجود من قبل؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>“{path}” was closed before it was copied.</source>
        <translation>أُغلق «{path}» قبل نسخه.</translation>
    </message>
    <message>
        <source>“{path}” was made by a newer Sanad (file version {found}, not {known}); update Sanad.</source>
        <translation>صُنع «{path}» بنسخة أحدث من سند (إصدار الملف {found} لا {known})؛ حدّث سند.</translation>
    </message>
    <message>
        <source>“{quote}” at {where}</source>
        <translation>«{quote}» عند {where}</translation>
    </message>
    <message>
        <source>“{quote}” is another name of it</source>
        <translation>«{quote}» اسم آخر له</translation>
    </message>
    <message>
        <source>“{quote}” often stands for it</source>
        <translation>كثيرًا ما يُعبَّر عنه بـ«{quote}»</translation>
    </message>
    <message>
        <source>“{role}” is its role elsewhere</source>
        <translation>صفته في موضع آخر «{role}»</translation>
    </message>
    <message>
        <source>“{text}” is not a date; type it as 2024-01-27, 2024-01 or 2024.</source>
        <translation>«{text}» ليس تاريخًا؛ اكتبه هكذا: ⁦2024-01-27⁩ أو ⁦2024-01⁩ أو 2024.</translation>
    </message>
    <message>
        <source>“{text}” is not a number; type one, such as 2500.</source>
        <translation>«{text}» ليس عددًا؛ اكتب عددًا مثل 2500.</translation>
    </message>
    <message>
        <source>“{text}” is too large a number to be kept.</source>
        <translation>«{text}» عدد أكبر من أن يُحفظ.</translation>
    </message>
    <message>
        <source>“{text}” says no parts; write three numbers that make 100, such as 80/10/10.</source>
        <translation>«{text}» لا يحدّد الأجزاء؛ اكتب ثلاثة أعداد مجموعها 100، مثل ⁦80/10/10⁩.</translation>
    </message>
    <message>
        <source>“{theirs}” is left out, so it can give no values; lead it to a label.</source>
        <translation>«{theirs}» مستبعد فلا يعطي قيمًا؛ اختر له صنفًا.</translation>
    </message>
    <message>
        <source>“{words}” is no condition; write one such as “value&gt;1000”, “op=~” or “unit unset”.</source>
        <translation>ليس «{words}» شرطًا؛ اكتب شرطًا مثل «⁦value&gt;1000⁩» أو «⁦op=~⁩» أو «⁦unit unset⁩».</translation>
    </message>
    <message>
        <source>A name is needed; type one.</source>
        <translation>لا بدّ من اسم؛ اكتب اسمًا.</translation>
    </message>
    <message>
        <source>; --dry-run shows the names they use</source>
        <translation>؛ ويعرض ‎--dry-run الأسماء المستعملة فيها</translation>
    </message>
    <message>
        <source>; --dry-run shows the whole of it</source>
        <translation>؛ ويعرض ‎--dry-run كل شيء</translation>
    </message>
    <message>
        <source>A colon stands between the name and what is said</source>
        <translation>بين الاسم والقول نقطتان</translation>
    </message>
    <message>
        <source>A layer of “{document}” names contributors that are no reviewers of the project: {subject}.</source>
        <translation>تذكر طبقة من «{document}» مساهمين ليسوا من مراجِعي المشروع: {subject}.</translation>
    </message>
    <message>
        <source>A relation in both directions was read as one from the first span to the second.</source>
        <translation>قُرئت علاقة في الاتجاهين علاقةً من المقطع الأول إلى الثاني.</translation>
    </message>
    <message>
        <source>An entity needs a name; type one.</source>
        <translation>لا بدّ للكيان من اسم؛ اكتب اسمًا.</translation>
    </message>
    <message>
        <source>Annotations of the label “{label}” mention no entities.</source>
        <translation>وسوم الصنف «{label}» لا تذكر كيانات.</translation>
    </message>
    <message>
        <source>Another reviewer wrote this comment; resolve it, or answer with one of your own.</source>
        <translation>كتب هذا التعليق مراجِع آخر؛ احسمه، أو ردّ بتعليق منك.</translation>
    </message>
    <message>
        <source>Both labels have an attribute “{name}”, of different types; rename one of them first.</source>
        <translation>للصنفين خاصية «{name}» من نوعين مختلفين؛ أعد تسمية إحداهما أولًا.</translation>
    </message>
    <message>
        <source>Choose at least two entities to merge.</source>
        <translation>اختر كيانين على الأقل لدمجهما.</translation>
    </message>
    <message>
        <source>Choose at least two labels to merge.</source>
        <translation>اختر صنفين على الأقل لدمجهما.</translation>
    </message>
    <message>
        <source>No file uses the name “{name}”{look}.</source>
        <translation>لا يستعمل أي ملف الاسم «{name}»{look}.</translation>
    </message>
    <message>
        <source>Offsets count</source>
        <translation>وحدة حساب المواضع</translation>
    </message>
    <message>
        <source>Say why this may stand.</source>
        <translation>اذكر لماذا يجوز أن يبقى هذا كما هو.</translation>
    </message>
    <message>
        <source>The attribute “{name}” is of another type in the file; rename it first.</source>
        <translation>الخاصية «{name}» من نوع آخر في الملف؛ أعد تسميتها أولًا.</translation>
    </message>
    <message>
        <source>The comment is empty; write something.</source>
        <translation>التعليق فارغ؛ اكتب شيئًا.</translation>
    </message>
    <message>
        <source>The label set has no relation “{name}”; add it first.</source>
        <translation>ليس في مجموعة الأصناف علاقة «{name}»؛ أضفها أولًا.</translation>
    </message>
    <message>
        <source>The label set has nothing for {count} of the names in the files: {names}{more}. Say where each leads with --map NAME=OURS, NAME=+ to make it new or NAME=- to leave it out, or make all of them new with --map &apos;*=+&apos;{look}. Nothing was imported.</source>
        <translation>عدد الأسماء التي في الملفات ولا مقابل لها في مجموعة الأصناف: {count}: {names}{more}. حدّد مقابل كلٍّ منها بـ --map NAME=OURS، أو NAME=+ لإنشائه، أو NAME=- لاستبعاده، أو أنشئها كلها بـ --map &apos;*=+&apos;{look}. لم يُستورد شيء.</translation>
    </message>
    <message>
        <source>The label set has “{name}” already; choose another name.</source>
        <translation>في مجموعة الأصناف «{name}» من قبل؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>The project has all of this label set already.</source>
        <translation>في المشروع كل ما في مجموعة الأصناف هذه من قبل.</translation>
    </message>
    <message>
        <source>There are only blank lines there; put the caret in a paragraph first.</source>
        <translation>ليس هناك إلا أسطر فارغة؛ ضع المؤشر في فقرة أولًا.</translation>
    </message>
    <message>
        <source>There is already an entity named “{name}”; choose that one, or merge.</source>
        <translation>هناك كيان باسم «{name}» من قبل؛ اختره، أو ادمج.</translation>
    </message>
    <message>
        <source>These two are linked by {kind} already.</source>
        <translation>هذان مربوطان بـ{kind} من قبل.</translation>
    </message>
    <message>
        <source>This has been dismissed already.</source>
        <translation>صُرف النظر عن هذا من قبل.</translation>
    </message>
    <message>
        <source>control characters of a note are replaced</source>
        <translation>محارف التحكّم في ملاحظة استُبدلت</translation>
    </message>
    <message>
        <source>spans that begin or end inside a word or at white space: fitted to words</source>
        <translation>المقاطع التي تبدأ أو تنتهي داخل كلمة أو في فراغ (تُضبط على الكلمات)</translation>
    </message>
    <message>
        <source>{count} annotations would change now, not {confirmed}; look again before you confirm.</source>
        <translation>عدد الوسوم التي ستتغيّر الآن {count} وليس {confirmed}؛ انظر ثانيةً قبل أن تؤكّد.</translation>
    </message>
    <message>
        <source>{place}: the file has only its formatted text; export the project with plain texts.</source>
        <translation>{place}: ليس في الملف إلا نصه المنسّق؛ صدّر المشروع مع النصوص العادية.</translation>
    </message>
    <message>
        <source>{place}: “{field}” holds no text.</source>
        <translation>{place}: ليس في «{field}» نص.</translation>
    </message>
    <message>
        <source>{place}: “{found}” is no span.</source>
        <translation>{place}: ليس «{found}» مقطعًا.</translation>
    </message>
    <message>
        <source>{place}: “{line}” is no row of a token.</source>
        <translation>{place}: ليس «{line}» صفًّا لكلمة.</translation>
    </message>
    <message>
        <source>“{attribute}” does not hold one of several choices.</source>
        <translation>«{attribute}» ليست خاصية ذات خيارات.</translation>
    </message>
    <message>
        <source>“{choice}” is the last choice; delete the attribute instead.</source>
        <translation>«{choice}» هو آخر خيار؛ احذف الخاصية بدلًا منه.</translation>
    </message>
    <message>
        <source>“{colour}” is no colour; write it as #rrggbb.</source>
        <translation>«{colour}» ليس لونًا؛ اكتبه هكذا: ‎#rrggbb.</translation>
    </message>
    <message>
        <source>“{file}” holds articles without annotations, and gold data are annotations; choose another format.</source>
        <translation>في «{file}» مقالات بلا وسوم، والبيانات الذهبية وسوم؛ اختر صيغة أخرى.</translation>
    </message>
    <message>
        <source>“{file}” is a folder; choose the name of a file.</source>
        <translation>«{file}» مجلّد؛ اختر اسم ملف.</translation>
    </message>
    <message>
        <source>“{file}” was not written by an export, or has been changed since; choose another name.</source>
        <translation>لم يكتب «{file}» تصديرٌ، أو تغيّر بعده؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>“{folder}” holds no file that Sanad reads; choose another one.</source>
        <translation>ليس في «{folder}» ملف يقرؤه سند؛ اختر غيره.</translation>
    </message>
    <message>
        <source>“{key}” cannot be a label&apos;s key; choose 1 to 9 or a Latin letter.</source>
        <translation>لا يصلح «{key}» مفتاحًا لصنف؛ اختر رقمًا من 1 إلى 9 أو حرفًا لاتينيًّا.</translation>
    </message>
    <message>
        <source>“{key}” is the key of {label}; choose another key.</source>
        <translation>«{key}» مفتاح {label}؛ اختر مفتاحًا آخر.</translation>
    </message>
    <message>
        <source>“{label}” is the last label in use; add another one first.</source>
        <translation>«{label}» آخر صنف مستعمل؛ أضف صنفًا آخر أولًا.</translation>
    </message>
    <message>
        <source>“{label}” is the last label; add another one first.</source>
        <translation>«{label}» آخر صنف؛ أضف صنفًا آخر أولًا.</translation>
    </message>
    <message>
        <source>“{name}” is an entity of another label.</source>
        <translation>«{name}» كيان من صنف آخر.</translation>
    </message>
</context>
<context>
    <name>ValueRows</name>
    <message>
        <source>(nothing)</source>
        <translation>(لا شيء)</translation>
    </message>
    <message>
        <source>{attribute} of {name}</source>
        <translation>{attribute} في {name}</translation>
    </message>
</context>
<context>
    <name>VerdictBar</name>
    <message>
        <source>Agreement</source>
        <translation>اتفاق</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>تعارض</translation>
    </message>
    <message>
        <source>Different scope</source>
        <translation>نطاق مختلف</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>سحب الحكم</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Note on this comparison</source>
        <translation>ملاحظة على هذا الحكم</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <source>Figures with one unit stand in one group</source>
        <translation>الأرقام ذات الوحدة الواحدة في مجموعة واحدة</translation>
    </message>
    <message>
        <source>Select two or more figures to say whether they agree.</source>
        <translation>حدّد رقمين أو أكثر لتحكم هل تتفق.</translation>
    </message>
    <message>
        <source>in “{claim}”, said by {speaker}</source>
        <translation>في «{claim}»، والقائل {speaker}</translation>
    </message>
    <message>
        <source>You marked: {verdicts}.</source>
        <translation>حكمك: {verdicts}.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Sanad</source>
        <translation>سند</translation>
    </message>
    <message>
        <source>Read Arabic articles, mark who, where, how many and what is claimed, export gold data.</source>
        <translation>اقرأ المقالات العربية، وحدّد من وأين وكم وماذا يُدَّعى، ثم صدّر البيانات الذهبية.</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>جرّب العيّنة</translation>
    </message>
    <message>
        <source>Five real articles, the first one annotated. Nothing to set up.</source>
        <translation>خمس مقالات حقيقية، أولاها موسومة. لا حاجة إلى أي إعداد.</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>مشروع جديد…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>فتح مشروع…</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>مشاريع حديثة</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>the outlet, {name}</source>
        <translation>الصحيفة نفسها، {name}</translation>
    </message>
    <message>
        <source>the outlet</source>
        <translation>الصحيفة نفسها</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>غير مسمّى</translation>
    </message>
    <message>
        <source>no source given</source>
        <translation>بلا قائل</translation>
    </message>
    <message>
        <source>Neither unit nor counted noun</source>
        <translation>بلا وحدة ولا معدود</translation>
    </message>
    <message>
        <source>{number} bn</source>
        <translation>{number} مليار</translation>
    </message>
    <message>
        <source>{number} M</source>
        <translation>{number} مليون</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s)</source>
        <translation>
            <numerusform>لا أرقام</numerusform>
            <numerusform>رقم واحد</numerusform>
            <numerusform>رقمان</numerusform>
            <numerusform>%n أرقام</numerusform>
            <numerusform>%n رقمًا</numerusform>
            <numerusform>%n رقم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>لا ادّعاءات</numerusform>
            <numerusform>ادّعاء واحد</numerusform>
            <numerusform>ادّعاءان</numerusform>
            <numerusform>%n ادّعاءات</numerusform>
            <numerusform>%n ادّعاءً</numerusform>
            <numerusform>%n ادّعاء</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقالة واحدة</numerusform>
            <numerusform>مقالتان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالةً</numerusform>
            <numerusform>%n مقالة</numerusform>
        </translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>اتفاق</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>تعارض</translation>
    </message>
    <message>
        <source>different scope</source>
        <translation>نطاق مختلف</translation>
    </message>
    <message>
        <source>By their numbers these may agree.</source>
        <translation>قد تتفق هذه بأعدادها.</translation>
    </message>
    <message>
        <source>By their numbers these may conflict.</source>
        <translation>قد تتعارض هذه بأعدادها.</translation>
    </message>
    <message>
        <source>They are in different groups, so their numbers are not compared.</source>
        <translation>هي من مجموعات مختلفة فلا تُقارن أعدادها.</translation>
    </message>
</context>
<context>
    <name>ZonesPage</name>
    <message>
        <source>Kinds of zones</source>
        <translation>أنواع المناطق</translation>
    </message>
    <message>
        <source>Name in gold data</source>
        <translation>الاسم في البيانات الذهبية</translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation>العنوان بالإنجليزية</translation>
    </message>
    <message>
        <source>Title in Arabic</source>
        <translation>العنوان بالعربية</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>إضافة…</translation>
    </message>
    <message>
        <source>Add a kind of zone</source>
        <translation>إضافة نوع منطقة</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>Delete the kind of zone</source>
        <translation>حذف نوع المنطقة</translation>
    </message>
    <message>
        <source>Its name in gold data</source>
        <translation>الاسم في البيانات الذهبية</translation>
    </message>
    <message>
        <source>Delete {zone}? This deletes:</source>
        <translation>حذف {zone}؟ سيُحذف معها:</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Call {zone} {name} in gold data?</source>
        <translation>تسمية {zone} باسم {name} في البيانات الذهبية؟</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة التسمية</translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>لا وسوم</numerusform>
            <numerusform>وسم واحد</numerusform>
            <numerusform>وسمان</numerusform>
            <numerusform>%n وسوم</numerusform>
            <numerusform>%n وسمًا</numerusform>
            <numerusform>%n وسم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s)</source>
        <translation>
            <numerusform>لا علاقات</numerusform>
            <numerusform>علاقة واحدة</numerusform>
            <numerusform>علاقتان</numerusform>
            <numerusform>%n علاقات</numerusform>
            <numerusform>%n علاقةً</numerusform>
            <numerusform>%n علاقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entity(ies)</source>
        <translation>
            <numerusform>لا كيانات</numerusform>
            <numerusform>كيان واحد</numerusform>
            <numerusform>كيانان</numerusform>
            <numerusform>%n كيانات</numerusform>
            <numerusform>%n كيانًا</numerusform>
            <numerusform>%n كيان</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>لا تعليقات</numerusform>
            <numerusform>تعليق واحد</numerusform>
            <numerusform>تعليقان</numerusform>
            <numerusform>%n تعليقات</numerusform>
            <numerusform>%n تعليقًا</numerusform>
            <numerusform>%n تعليق</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comparison(s)</source>
        <translation>
            <numerusform>لا مقارنات</numerusform>
            <numerusform>مقارنة واحدة</numerusform>
            <numerusform>مقارنتان</numerusform>
            <numerusform>%n مقارنات</numerusform>
            <numerusform>%n مقارنةً</numerusform>
            <numerusform>%n مقارنة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zone(s)</source>
        <translation>
            <numerusform>لا مناطق</numerusform>
            <numerusform>منطقة واحدة</numerusform>
            <numerusform>منطقتان</numerusform>
            <numerusform>%n مناطق</numerusform>
            <numerusform>%n منطقةً</numerusform>
            <numerusform>%n منطقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prediction(s) of machines</source>
        <translation>
            <numerusform>لا اقتراحات آلية</numerusform>
            <numerusform>اقتراح آلي واحد</numerusform>
            <numerusform>اقتراحان آليان</numerusform>
            <numerusform>%n اقتراحات آلية</numerusform>
            <numerusform>%n اقتراحًا آليًّا</numerusform>
            <numerusform>%n اقتراح آلي</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s)</source>
        <translation>
            <numerusform>ليس في أي مقالة</numerusform>
            <numerusform>في مقالة واحدة</numerusform>
            <numerusform>في مقالتين</numerusform>
            <numerusform>في %n مقالات</numerusform>
            <numerusform>في %n مقالة</numerusform>
            <numerusform>في %n مقالة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Group</name>
    <message>
        <source>Add: {relation}</source>
        <translation>إضافة: {relation}</translation>
    </message>
</context>
<context>
    <name>_Page</name>
    <message>
        <source>This is less than the lower bound.</source>
        <translation>هذا أقل من الحدّ الأدنى.</translation>
    </message>
</context>
<context>
    <name>_Title</name>
    <message>
        <source>Hide {panel}</source>
        <translation>إخفاء {panel}</translation>
    </message>
</context>
</TS>
