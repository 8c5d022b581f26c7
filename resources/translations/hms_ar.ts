<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name />
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="55" />
        <source>Dose at once</source>
        <translation>الجرعة في المرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="56" />
        <source>How often</source>
        <translation>كم مرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="57" />
        <source>Days</source>
        <translation>الأيام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="58" />
        <source>Quantity</source>
        <translation>الكمية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="59" />
        <source>Refills</source>
        <translation>إعادات الصرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="60" />
        <source>At most a day</source>
        <translation>الأقصى في اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="61" />
        <source>Food</source>
        <translation>الطعام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="62" />
        <source>As needed</source>
        <translation>عند اللزوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="62" />
        <source>only when needed</source>
        <translation>عند الحاجة فقط</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="63" />
        <source>Substitution</source>
        <translation>الاستبدال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="63" />
        <source>allowed</source>
        <translation>مسموح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="69" />
        <source>Taper: dose x days …</source>
        <translation>التدرّج: جرعة × أيام …</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="70" />
        <source>Further directions</source>
        <translation>إرشادات أخرى</translation>
    </message>
</context>
<context>
    <name>AlertsListPage</name>
    <message>
        <location filename="../../hms_desktop/screens/operations/alerts.py" line="25" />
        <source>Alerts</source>
        <translation>التنبيهات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/alerts.py" line="30" />
        <source>Level</source>
        <translation>المستوى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/alerts.py" line="31" />
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/alerts.py" line="32" />
        <source>Where</source>
        <translation>أين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/alerts.py" line="33" />
        <source>Figure</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/alerts.py" line="34" />
        <source>Limit</source>
        <translation>الحد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/alerts.py" line="35" />
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/alerts.py" line="36" />
        <source>Looked after by</source>
        <translation>يتولاه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/alerts.py" line="40" />
        <source>Alerts, the worst first</source>
        <translation>التنبيهات، الأخطر أولًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/alerts.py" line="42" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/alerts.py" line="44" />
        <source>I look after it</source>
        <translation>أتولى الأمر</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/operations/alerts.py" line="57" />
        <source>%n thing(s) wrong now</source>
        <translation>
            <numerusform>المشكلات القائمة الآن: %n</numerusform>
            <numerusform>المشكلات القائمة الآن: %n</numerusform>
            <numerusform>المشكلات القائمة الآن: %n</numerusform>
            <numerusform>المشكلات القائمة الآن: %n</numerusform>
            <numerusform>المشكلات القائمة الآن: %n</numerusform>
            <numerusform>المشكلات القائمة الآن: %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/alerts.py" line="57" />
        <source>Nothing is wrong now.</source>
        <translation>لا مشكلة الآن.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/alerts.py" line="58" />
        <source>Nothing was wrong in the last 30 days.</source>
        <translation>لم تكن هناك مشكلة في آخر 30 يومًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/alerts.py" line="74" />
        <source>over</source>
        <translation>انتهى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/alerts.py" line="78" />
        <source>over since {time}</source>
        <translation>انتهى منذ {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/alerts.py" line="79" />
        <source>nobody yet</source>
        <translation>لا أحد بعد</translation>
    </message>
</context>
<context>
    <name>AlertsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/operations/page.py" line="20" />
        <source>Alerts</source>
        <translation>التنبيهات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/page.py" line="21" />
        <source>What the suite has noticed about itself, and who looks after it.</source>
        <translation>ما لاحظه النظام على نفسه ومن يتولاه.</translation>
    </message>
</context>
<context>
    <name>Alike</name>
    <message>
        <location filename="../../hms_desktop/screens/patients/alike.py" line="93" />
        <source>Perhaps already registered</source>
        <translation>ربما مسجّل بالفعل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/alike.py" line="133" />
        <source>Nobody like this yet.</source>
        <translation>لا يوجد مريض مشابه بعد.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/patients/alike.py" line="136" />
        <source>%n perhaps already registered</source>
        <translation>
            <numerusform>ربما مسجّلون بالفعل: %n</numerusform>
            <numerusform>ربما مسجّلون بالفعل: %n</numerusform>
            <numerusform>ربما مسجّلون بالفعل: %n</numerusform>
            <numerusform>ربما مسجّلون بالفعل: %n</numerusform>
            <numerusform>ربما مسجّلون بالفعل: %n</numerusform>
            <numerusform>ربما مسجّلون بالفعل: %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/alike.py" line="133" />
        <source>Enter opens the one that is meant.</source>
        <translation>مفتاح Enter يفتح السجل المقصود.</translation>
    </message>
</context>
<context>
    <name>AppointmentsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="56" />
        <source>Appointments</source>
        <translation>المواعيد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="80" />
        <source>Find a time</source>
        <translation>البحث عن وقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="81" />
        <source>Without a time</source>
        <translation>بلا موعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="85" />
        <source>Calendar</source>
        <translation>التقويم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="88" />
        <source>Arrivals</source>
        <translation>الوصول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="92" />
        <source>Month</source>
        <translation>الشهر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="218" />
        <source>{first} to {last}</source>
        <translation>من {first} إلى {last}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="228" />
        <source>Nobody is booked on this day. Ctrl+1 shows the week, F6 finds a time.</source>
        <translation>لا حجوزات في هذا اليوم. اضغط Ctrl+1 لعرض الأسبوع، أو F6 للبحث عن وقت.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="239" />
        <source>No sessions in these days. Page Down goes on, F6 finds a time.</source>
        <translation>لا جلسات في هذه الأيام. اضغط Page Down للمتابعة، أو F6 للبحث عن وقت.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="249" />
        <source>There is no clinic yet. A manager adds clinics and their weekly sessions under Clinics.</source>
        <translation>لا توجد عيادات بعد. يضيف المدير العيادات وجلساتها الأسبوعية من «العيادات».</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="271" />
        <source>Choose a time, or press F6 to find one.</source>
        <translation>اختر وقتًا، أو اضغط F6 للبحث عن وقت.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="415" />
        <source>The server does not answer; these are the appointments as they were.</source>
        <translation>الخادم لا يجيب؛ هذه هي المواعيد كما كانت.</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <location filename="../../hms_desktop/screens/trail/page.py" line="17" />
        <source>Audit</source>
        <translation>التدقيق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/page.py" line="18" />
        <source>Who changed what, when and where. Ctrl+Page Down goes to the next list.</source>
        <translation>من غيّر ماذا ومتى وأين. Ctrl+Page Down ينتقل إلى القائمة التالية.</translation>
    </message>
</context>
<context>
    <name>AwayBanner</name>
    <message>
        <location filename="../../hms_desktop/widgets/message_bar.py" line="167" />
        <source>Try now</source>
        <translation>حاول الآن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/message_bar.py" line="177" />
        <source>The server does not answer. What you typed is kept; trying again.</source>
        <translation>الخادم لا يجيب. ما كتبته محفوظ؛ تجري المحاولة مجددًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/message_bar.py" line="182" />
        <source>The server answers again.</source>
        <translation>الخادم يجيب من جديد.</translation>
    </message>
</context>
<context>
    <name>BirthField</name>
    <message>
        <location filename="../../hms_desktop/screens/patients/fields.py" line="28" />
        <source>17.5.1990, 5/1990, 1990 or about 40</source>
        <translation>17.5.1990، أو 5/1990، أو 1990، أو نحو 40</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/fields.py" line="30" />
        <source>A date, a year, or an age such as about 40</source>
        <translation>تاريخ أو سنة أو عمر، مثل: نحو 40</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/fields.py" line="90" />
        <source>age {age}</source>
        <translation>العمر {age}</translation>
    </message>
</context>
<context>
    <name>Blocked</name>
    <message>
        <location filename="../../hms_desktop/app/blocked.py" line="17" />
        <source>This program and the database do not fit</source>
        <translation>هذا البرنامج وقاعدة البيانات غير متوافقين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/blocked.py" line="19" />
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/blocked.py" line="21" />
        <source>Check again</source>
        <translation>التحقق مرة أخرى</translation>
    </message>
</context>
<context>
    <name>BookDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="50" />
        <source>Book on top of a full time</source>
        <translation>حجز إضافي في وقت ممتلئ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="50" />
        <source>Book</source>
        <translation>حجز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="67" />
        <source>Register new patient</source>
        <translation>تسجيل مريض جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="79" />
        <source>for example: control after six weeks</source>
        <translation>مثلًا: مراجعة بعد ستة أسابيع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="83" />
        <source>More visits, again and again</source>
        <translation>زيارات أخرى متكررة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="85" />
        <source>Reason (may stay empty)</source>
        <translation>السبب (يمكن تركه فارغًا)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="86" />
        <source>Length in slots</source>
        <translation>المدة بعدد الفترات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="87" />
        <source>Course of visits</source>
        <translation>سلسلة زيارات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="143" />
        <source>Booking…</source>
        <translation>جارٍ الحجز…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="187" />
        <source>Nothing is booked yet: some dates are not possible. See below.</source>
        <translation>لم يُحجز شيء بعد: بعض التواريخ غير ممكنة. انظر أدناه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="190" />
        <source>Book the other {n}</source>
        <translation>حجز التواريخ الأخرى ({n})</translation>
    </message>
</context>
<context>
    <name>BookingRulesPage</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="192" />
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="219" />
        <source>Rules of booking</source>
        <translation>قواعد الحجز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="194" />
        <source>Booked ahead at most, days</source>
        <translation>أقصى مدة للحجز المسبق، بالأيام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="195" />
        <source>An offered time is held, minutes</source>
        <translation>مدة الاحتفاظ بالوقت المعروض، بالدقائق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="196" />
        <source>Offered at the latest before it begins, minutes</source>
        <translation>آخر وقت لعرض الموعد قبل بدايته، بالدقائق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="197" />
        <source>Reminded before it begins, hours</source>
        <translation>التذكير قبل البداية، بالساعات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="200" />
        <source>Reminders</source>
        <translation>التذكيرات</translation>
    </message>
</context>
<context>
    <name>CalledCard</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="47" />
        <source>Called ticket</source>
        <translation>التذكرة المنادى عليها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="53" />
        <source>Patient is here</source>
        <translation>حضر المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="54" />
        <location filename="../../hms_desktop/screens/queue/panel.py" line="90" />
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="55" />
        <source>Finish, nothing further</source>
        <translation>إنهاء، بلا خدمة أخرى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="56" />
        <source>Recall</source>
        <translation>إعادة النداء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="57" />
        <source>No-show</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="58" />
        <source>Transfer</source>
        <translation>تحويل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="59" />
        <source>Put back</source>
        <translation>إعادة إلى الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="90" />
        <source>Finish, on to {service}</source>
        <translation>إنهاء، والتحويل إلى {service}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="103" />
        <source>shown and spoken in {display} at {time}</source>
        <translation>عُرضت ونُطقت في {display} الساعة {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="105" />
        <source>shown in {display} at {time}</source>
        <translation>عُرضت في {display} الساعة {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="111" />
        <source>no screen has shown it yet</source>
        <translation>لم تعرضها أي شاشة بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="125" />
        <source>No counter chosen</source>
        <translation>لم يُختر شباك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="127" />
        <source>Nobody is called to {room}</source>
        <translation>لا أحد منادى إلى {room}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="129" />
        <source>In service at {room}</source>
        <translation>قيد الخدمة في {room}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="130" />
        <source>Called to {room} · {calls}</source>
        <translation>نودي إلى {room} · {calls}</translation>
    </message>
</context>
<context>
    <name>CameraDialog</name>
    <message>
        <location filename="../../hms_desktop/widgets/camera.py" line="79" />
        <source>Take a photo</source>
        <translation>التقاط صورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/camera.py" line="83" />
        <source>What the camera sees</source>
        <translation>ما تراه الكاميرا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/camera.py" line="84" />
        <source>Waiting for the camera…</source>
        <translation>في انتظار الكاميرا…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/camera.py" line="88" />
        <source>Take the photo</source>
        <translation>التقاط الصورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/camera.py" line="106" />
        <source>No camera answers; connect one, or choose a picture from a file.</source>
        <translation>لا توجد كاميرا تستجيب؛ صِل كاميرا، أو اختر صورة من ملف.</translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="32" />
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="46" />
        <source>Cancel the appointment</source>
        <translation>إلغاء الموعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="38" />
        <source>Also every later visit of the course</source>
        <translation>وكذلك كل زيارة لاحقة في السلسلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="40" />
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="41" />
        <source>Note (may stay empty)</source>
        <translation>ملاحظة (يمكن تركها فارغة)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="43" />
        <source>Course of visits</source>
        <translation>سلسلة زيارات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="45" />
        <source>Keep it</source>
        <translation>الإبقاء عليه</translation>
    </message>
</context>
<context>
    <name>CancelPrescription</name>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/asking.py" line="18" />
        <location filename="../../hms_desktop/screens/prescriptions/asking.py" line="24" />
        <source>Cancel the prescription</source>
        <translation>إلغاء الوصفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/asking.py" line="21" />
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/asking.py" line="23" />
        <source>Keep it</source>
        <translation>الإبقاء عليه</translation>
    </message>
</context>
<context>
    <name>CautionsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="31" />
        <source>Doses and ages</source>
        <translation>الجرعات والأعمار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="33" />
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="47" />
        <source>Substance</source>
        <translation>المادة الفعالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="34" />
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="48" />
        <source>About</source>
        <translation>عن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="35" />
        <source>Ages</source>
        <translation>الأعمار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="36" />
        <source>At once</source>
        <translation>في المرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="37" />
        <source>A day</source>
        <translation>في اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="38" />
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="41" />
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="105" />
        <source>New entry</source>
        <translation>قيد جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="44" />
        <source>Ages are completed years; no age means everybody. Doses are for one substance.</source>
        <translation>الأعمار بالسنوات المكتملة؛ بلا عمر يعني الجميع. الجرعات لمادة واحدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="49" />
        <source>From age (years)</source>
        <translation>من عمر (سنوات)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="50" />
        <source>To age (years)</source>
        <translation>إلى عمر (سنوات)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="51" />
        <source>Unit of the doses</source>
        <translation>وحدة الجرعات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="52" />
        <source>At least, at once</source>
        <translation>الأدنى في المرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="53" />
        <source>At most, at once</source>
        <translation>الأقصى في المرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="54" />
        <source>At most, in a day</source>
        <translation>الأقصى في اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="55" />
        <source>What to say</source>
        <translation>ما يقال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="56" />
        <source>Where it is written</source>
        <translation>أين كُتب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="57" />
        <source>Take out</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="81" />
        <source>No dose and no age is known of what is in {name}.</source>
        <translation>لا تُعرف جرعة ولا عمر لما في {name}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="115" />
        <source>An age is a whole number of years.</source>
        <translation>العمر عدد صحيح من السنوات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="118" />
        <source>A dose is a number above zero, such as 500 or 0.25.</source>
        <translation>الجرعة عدد أكبر من صفر، مثل 500 أو 0.25.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="120" />
        <source>Type the least or the most of it.</source>
        <translation>اكتب الأدنى أو الأقصى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="122" />
        <source>Type the ages for which it is not.</source>
        <translation>اكتب الأعمار التي لا يناسبها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="143" />
        <source>{what} was taken out.</source>
        <translation>أُزيل {what}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="148" />
        <source>dose</source>
        <translation>جرعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="149" />
        <source>not at this age</source>
        <translation>ليس في هذا العمر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/cautions.py" line="150" />
        <source>not in pregnancy</source>
        <translation>ليس في الحمل</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <location filename="../../hms_desktop/widgets/charts.py" line="127" />
        <source>{name}: most {most} ({where}), least {least}</source>
        <translation>{name}: الأكثر {most} ({where})، الأقل {least}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/charts.py" line="128" />
        <source>{name}: most {most} ({where}), least {least}, last {last} of {n} days</source>
        <translation>{name}: الأكثر {most} ({where})، الأقل {least}، آخر {last} من {n} يومًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/charts.py" line="130" />
        <source>{name}: most {most} ({where}), least {least}, last {last} of {n} points of time</source>
        <translation>{name}: الأكثر {most} ({where})، الأقل {least}، الأخير {last} من نقاط زمنية عددها {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/charts.py" line="442" />
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/charts.py" line="442" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
</context>
<context>
    <name>CheckInPage</name>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="42" />
        <source>Check-in</source>
        <translation>تسجيل الوصول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="44" />
        <source>Machine</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="45" />
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="46" />
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="56" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="50" />
        <source>Patients check in with their slip's code, or take a number, at the entrance.</source>
        <translation>يسجل المرضى وصولهم برمز الورقة أو يأخذون رقمًا عند المدخل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="51" />
        <source>none: the number is only shown</source>
        <translation>لا شيء: يُعرض الرقم فقط</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="52" />
        <source>in use</source>
        <translation>مستخدم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="52" />
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="124" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="53" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="54" />
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="55" />
        <source>Tickets come out of</source>
        <translation>تخرج التذاكر من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="59" />
        <source>A new machine is made at its own computer: hms-admin kiosk add NAME --check-in --settings FILE. Services give numbers there where the queue's rules say so.</source>
        <translation>يُنشأ الجهاز الجديد على حاسوبه: hms-admin kiosk add NAME --check-in --settings FILE. وتعطي الخدمات أرقامًا هناك حيث تسمح قواعد الطابور.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="98" />
        <source>No machine yet</source>
        <translation>لا يوجد جهاز بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="101" />
        <source>Choose at least one language.</source>
        <translation>اختر لغة واحدة على الأقل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="126" />
        <source>never seen yet</source>
        <translation>لم يظهر بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="129" />
        <source>silent {n} min</source>
        <translation>صامت منذ {n} دقيقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="131" />
        <source>out of service</source>
        <translation>خارج الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="132" />
        <source>alive, but prints nothing</source>
        <translation>يعمل لكنه لا يطبع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="132" />
        <source>alive</source>
        <translation>يعمل</translation>
    </message>
</context>
<context>
    <name>CheckInRulesPage</name>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="139" />
        <source>Check-in rules</source>
        <translation>قواعد تسجيل الوصول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="140" />
        <source>How far the machines at the entrance are trusted.</source>
        <translation>إلى أي حد يوثق بأجهزة المدخل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="141" />
        <source>Check-in opens before the appointment, minutes</source>
        <translation>يُفتح تسجيل الوصول قبل الموعد بدقائق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="142" />
        <source>Numbers without an appointment, an hour and machine</source>
        <translation>أرقام بلا موعد في الساعة لكل جهاز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="143" />
        <source>Wrong codes until the entry closes</source>
        <translation>رموز خاطئة حتى يُغلق الإدخال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="144" />
        <source>Counted within, minutes</source>
        <translation>تُحسب خلال دقائق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="145" />
        <source>It stays closed, minutes</source>
        <translation>يبقى مغلقًا دقائق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/checkin.py" line="164" />
        <source>For every machine</source>
        <translation>لكل الأجهزة</translation>
    </message>
</context>
<context>
    <name>ChosenCard</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="66" />
        <source>Chosen</source>
        <translation>المختار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="81" />
        <source>Book</source>
        <translation>حجز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="82" />
        <source>Book on top</source>
        <translation>حجز إضافي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="83" />
        <source>Put here</source>
        <translation>وضع هنا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="124" />
        <source>{free} of {places} free</source>
        <translation>متاح {free} من {places}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="126" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="126" />
        <source>past</source>
        <translation>انقضى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="128" />
        <source>{used} of {most} on top</source>
        <translation>إضافي: {used} من {most}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="134" />
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="153" />
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="163" />
        <source>Moving {patient}. Enter puts it here, Esc leaves it.</source>
        <translation>نقل موعد {patient}. اضغط Enter لوضعه هنا، وEsc للتراجع.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="147" />
        <source>MRN {number}</source>
        <translation>رقم الملف {number}</translation>
    </message>
</context>
<context>
    <name>ClinicsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="64" />
        <source>Clinics</source>
        <translation>العيادات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="66" />
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="67" />
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="68" />
        <source>Doctor</source>
        <translation>الطبيب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="69" />
        <source>Room</source>
        <translation>الغرفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="70" />
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="84" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="73" />
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="104" />
        <source>New clinic</source>
        <translation>عيادة جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="75" />
        <source>No clinic yet. Ctrl+N begins one; its weekly sessions come next.</source>
        <translation>لا توجد عيادات بعد. اضغط Ctrl+N لبدء عيادة، ثم أضف جلساتها الأسبوعية.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="78" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="79" />
        <source>Service: whose ticket a check-in opens</source>
        <translation>الخدمة: التي يفتح تسجيل الوصول تذكرتها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="80" />
        <source>Department</source>
        <translation>القسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="81" />
        <source>Usual doctor</source>
        <translation>الطبيب المعتاد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="82" />
        <source>Usual room</source>
        <translation>الغرفة المعتادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="83" />
        <source>Holidays</source>
        <translation>العطل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="83" />
        <source>Closed on holidays</source>
        <translation>مغلق في العطل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="84" />
        <source>In use</source>
        <translation>قيد الاستخدام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="93" />
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
</context>
<context>
    <name>CloseCounterDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="117" />
        <source>Close {room}</source>
        <translation>إغلاق {room}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="118" />
        <source>Tickets that another open counter serves stay where they are. Choose who takes those that nobody else serves; they keep their numbers and arrival times. Undo brings them back.</source>
        <translation>التذاكر التي يخدمها شباك آخر مفتوح تبقى في مكانها. اختر من يستلم التذاكر التي لا يخدمها غيره؛ وتحتفظ بأرقامها وأوقات وصولها. ويمكن إرجاعها بالتراجع.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="125" />
        <source>Nobody: refuse if there are such tickets</source>
        <translation>لا أحد: رفض الإغلاق إن وُجدت تذاكر كهذه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="128" />
        <source>Tickets that only this counter serves go to</source>
        <translation>التذاكر التي يخدمها هذا الشباك وحده تُحوّل إلى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="131" />
        <source>Close the counter</source>
        <translation>إغلاق الشباك</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <location filename="../../hms_desktop/widgets/columns.py" line="126" />
        <source>still loading</source>
        <translation>ما زال التحميل جاريًا</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <location filename="../../hms_desktop/screens/merging/comparison.py" line="59" />
        <source>Choose a pair on the left to see both records.</source>
        <translation>اختر زوجًا من القائمة الجانبية لعرض السجلين.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/comparison.py" line="74" />
        <source>Number that stays</source>
        <translation>الرقم الباقي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/comparison.py" line="77" />
        <source>the record {number} stays</source>
        <translation>يبقى السجل {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/comparison.py" line="90" />
        <source>Goes along</source>
        <translation>يُضم إليه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/comparison.py" line="118" />
        <source>{field} of {number}: {value}</source>
        <translation>{field} من {number}: {value}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/comparison.py" line="119" />
        <source>(empty)</source>
        <translation>(فارغ)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/comparison.py" line="152" />
        <source>{gone} is merged into {kept}: visits, appointments and all else go along, and both numbers find it.</source>
        <translation>دُمج {gone} في {kept}: انتقلت الزيارات والمواعيد وكل ما عداها، ويمكن العثور عليه بالرقمين.</translation>
    </message>
</context>
<context>
    <name>ControlledPage</name>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="36" />
        <source>Controlled medicines</source>
        <translation>الأدوية الخاضعة للرقابة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="79" />
        <source>Enter what moved…</source>
        <translation>إدخال ما تحرّك…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="80" />
        <source>Count…</source>
        <translation>عدّ…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="81" />
        <source>Wastage…</source>
        <translation>هدر…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="82" />
        <source>Correct entry…</source>
        <translation>تصحيح قيد…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="83" />
        <source>Next step…</source>
        <translation>الخطوة التالية…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="90" />
        <source>Print register</source>
        <translation>طباعة السجل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="93" />
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="188" />
        <source>Discrepancies</source>
        <translation>الفروق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="102" />
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="168" />
        <source>Medicine</source>
        <translation>الدواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="110" />
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="169" />
        <source>Store</source>
        <translation>المخزن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="117" />
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="146" />
        <source>Balance</source>
        <translation>الرصيد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="119" />
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="178" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="123" />
        <source>Counted last: {at}</source>
        <translation>آخر عدّ: {at}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="128" />
        <source>Registers</source>
        <translation>السجلات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="130" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="136" />
        <source>No.</source>
        <translation>رقم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="137" />
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="167" />
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="139" />
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="145" />
        <source>Units</source>
        <translation>الوحدات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="147" />
        <source>Whom or why</source>
        <translation>لمن أو لماذا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="149" />
        <source>Signed</source>
        <translation>موقّع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="158" />
        <source>Entries of the register</source>
        <translation>قيود السجل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="160" />
        <source>Choose a medicine to read its register.</source>
        <translation>اختر دواءً لقراءة سجله.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="171" />
        <source>Difference</source>
        <translation>الفرق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="183" />
        <source>Counted by</source>
        <translation>عدّه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="184" />
        <source>Found</source>
        <translation>وُجد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="190" />
        <source>No count differed from a register.</source>
        <translation>لم يختلف أي عدّ عن سجل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="197" />
        <source>No medicine in stock is controlled.</source>
        <translation>لا دواء في المخزون خاضع للرقابة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="202" />
        <source>{waiting} to enter, {unsettled} discrepancies not closed; two people sign every entry.</source>
        <translation>{waiting} للإدخال، {unsettled} فروق لم تُغلق؛ يوقّع شخصان كل قيد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="225" />
        <source>{name} has no register: it is not controlled, or no store has ever held it.</source>
        <translation>لا يوجد سجل لـ {name}: ليس دواءً خاضعًا للرقابة، أو لم يحتفظ به أي مخزن قط.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="250" />
        <source>Nothing was entered yet.</source>
        <translation>لم يُدخل شيء بعد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="282" />
        <source>A discrepancy is investigated by one person and closed by a manager; neither has counted.</source>
        <translation>يحقّق شخص في الفرق ويغلقه مدير؛ ولم يعدّ أي منهما.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="285" />
        <source>A dispense enters itself · Ctrl+P prints the 20 entries up to the chosen one, else the newest</source>
        <translation>الصرف يُقيَّد تلقائيًا · Ctrl+P يطبع القيود العشرين حتى القيد المختار، وإلا فالأحدث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="301" />
        <source>Entered; both signatures stand in the register.</source>
        <translation>أُدخل؛ التوقيعان في السجل.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="311" />
        <source>%n count(s) differ; a discrepancy was opened.</source>
        <translation>
            <numerusform>%n أعداد تختلف؛ فُتح فرق.</numerusform>
            <numerusform>%n أعداد تختلف؛ فُتح فرق.</numerusform>
            <numerusform>%n أعداد تختلف؛ فُتح فرق.</numerusform>
            <numerusform>%n أعداد تختلف؛ فُتح فرق.</numerusform>
            <numerusform>%n أعداد تختلف؛ فُتح فرق.</numerusform>
            <numerusform>%n أعداد تختلف؛ فُتح فرق.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="312" />
        <source>The count agrees with the register.</source>
        <translation>العدّ يوافق السجل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="320" />
        <source>The wastage stands in the register and in stock.</source>
        <translation>الهدر في السجل وفي المخزون.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="325" />
        <source>Corrected by a new entry.</source>
        <translation>صُحّح بقيد جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="330" />
        <source>Saved in your name.</source>
        <translation>حُفظ باسمك.</translation>
    </message>
</context>
<context>
    <name>CountCard</name>
    <message>
        <location filename="../../hms_desktop/screens/stock/count_card.py" line="27" />
        <source>now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/count_card.py" line="29" />
        <location filename="../../hms_desktop/screens/stock/count_card.py" line="31" />
        <source>Counted at</source>
        <translation>وقت العدّ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/count_card.py" line="31" />
        <source>Empty: now. On paper: 10:05, or 2026-11-23 10:05.</source>
        <translation>فارغ: الآن. من الورق: 10:05 أو 2026-11-23 10:05.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/count_card.py" line="33" />
        <source>Counted</source>
        <translation>المعدود</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/count_card.py" line="34" />
        <source>Keep the count</source>
        <translation>حفظ العدّ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/count_card.py" line="47" />
        <source>{medicine} · lot {lot} · how many, in {unit}?</source>
        <translation>{medicine} · التشغيلة {lot} · كم العدد بوحدة {unit}؟</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/count_card.py" line="51" />
        <source>Choose a line to count.</source>
        <translation>اختر سطرًا لعدّه.</translation>
    </message>
</context>
<context>
    <name>CountDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/counting.py" line="90" />
        <source>Count</source>
        <translation>عدّ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/counting.py" line="90" />
        <source>Take over</source>
        <translation>تولّي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/counting.py" line="93" />
        <source>{medicine}: {left} more expected, in packs of {units}.</source>
        <translation>{medicine}: يُنتظر {left} أخرى، في عبوات من {units}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/counting.py" line="104" />
        <source>Whole packs</source>
        <translation>عبوات كاملة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/counting.py" line="105" />
        <source>and loose, by {unit}</source>
        <translation>وسائبة، بوحدة {unit}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/counting.py" line="107" />
        <source>Lot</source>
        <translation>التشغيلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/counting.py" line="109" />
        <source>Expiry (month/year or date)</source>
        <translation>الانتهاء (شهر/سنة أو تاريخ)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/counting.py" line="118" />
        <source>Type a whole number.</source>
        <translation>اكتب عددًا صحيحًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/counting.py" line="121" />
        <source>Type how much came.</source>
        <translation>اكتب كم جاء.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/counting.py" line="124" />
        <source>Type the expiry as on the pack, such as 06/2028 or 2028-06-30.</source>
        <translation>اكتب الانتهاء كما على العبوة، مثل 06/2028 أو 2028-06-30.</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/counter.py" line="120" />
        <source>There is nothing to take back.</source>
        <translation>لا يوجد ما يمكن التراجع عنه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/counter.py" line="131" />
        <source>Nobody is called here; call the next ticket first.</source>
        <translation>لا أحد منادى هنا؛ نادِ التذكرة التالية أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/counter.py" line="156" />
        <source>Choose your room or counter first.</source>
        <translation>اختر غرفتك أو شباكك أولًا.</translation>
    </message>
</context>
<context>
    <name>CounterPanel</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="309" />
        <source>Waiting for the server…</source>
        <translation>في انتظار الخادم…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="399" />
        <source>{room} is closed; {moved} tickets went to another service, {released} wait for any counter.</source>
        <translation>أُغلق {room}؛ حُوّلت إلى خدمة أخرى {moved} من التذاكر، وتنتظر أي شباك {released}.</translation>
    </message>
</context>
<context>
    <name>CounterWindow</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/counter_window.py" line="101" />
        <source>No counter chosen</source>
        <translation>لم يُختر شباك</translation>
    </message>
</context>
<context>
    <name>CountryDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="111" />
        <source>Public holidays of {year}</source>
        <translation>العطل الرسمية لسنة {year}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="117" />
        <source>Country (ISO code)</source>
        <translation>البلد (رمز ISO)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="118" />
        <source>Part of the country</source>
        <translation>المنطقة من البلد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="121" />
        <source>Fill in</source>
        <translation>تعبئة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="134" />
        <source>the whole country</source>
        <translation>البلد كله</translation>
    </message>
</context>
<context>
    <name>CountsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="65" />
        <source>Counts</source>
        <translation>عمليات الجرد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="68" />
        <source>Enter goes to the count, Enter again keeps it. From a paper sheet type first when it was counted. A line that was not counted stays as it is.</source>
        <translation>Enter ينتقل إلى العدّ، وEnter مرة أخرى يحفظه. من ورقة جرد اكتب أولًا متى تم العدّ. السطر الذي لم يُعَدّ يبقى كما هو.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="76" />
        <source>New stock-take…</source>
        <translation>جرد جديد…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="78" />
        <source>Show the books</source>
        <translation>إظهار الدفاتر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="81" />
        <source>Print sheet</source>
        <translation>طباعة ورقة الجرد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="83" />
        <source>Give it up…</source>
        <translation>إلغاؤه…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="85" />
        <source>Approve…</source>
        <translation>اعتماد…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="94" />
        <location filename="../../hms_desktop/screens/stock/counts.py" line="346" />
        <source>Store</source>
        <translation>المخزن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="95" />
        <location filename="../../hms_desktop/screens/stock/counts.py" line="110" />
        <source>Counted</source>
        <translation>معدود</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="96" />
        <location filename="../../hms_desktop/screens/stock/counts.py" line="114" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="100" />
        <source>Stock-takes</source>
        <translation>عمليات الجرد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="102" />
        <source>No stock was counted yet. Ctrl+N begins a stock-take.</source>
        <translation>لم يُجرد المخزون بعد. Ctrl+N يبدأ جردًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="106" />
        <source>Medicine</source>
        <translation>الدواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="107" />
        <source>Lot</source>
        <translation>التشغيلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="108" />
        <source>Expiry</source>
        <translation>الانتهاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="112" />
        <source>Books</source>
        <translation>الدفاتر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="113" />
        <source>Difference</source>
        <translation>الفرق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="118" />
        <source>Counting sheet</source>
        <translation>ورقة الجرد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="120" />
        <source>Choose a stock-take to see its sheet.</source>
        <translation>اختر جردًا لرؤية ورقته.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="245" />
        <source>Look at the books?</source>
        <translation>الاطلاع على الدفاتر؟</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="246" />
        <source>Whoever has seen the books no longer counts this stock-take; they check and approve it.</source>
        <translation>من اطّلع على الدفاتر لا يعدّ في هذا الجرد بعد ذلك؛ بل يراجعه ويعتمده.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="247" />
        <source>Look at the books</source>
        <translation>الاطلاع على الدفاتر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="172" />
        <source>No such batch was ever received; book it with the delivery or as opening stock.</source>
        <translation>لم تُستلم تشغيلة كهذه قط؛ سجّلها مع التوريد أو رصيدًا افتتاحيًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="178" />
        <source>Nothing of {medicine} is left to be counted on this sheet.</source>
        <translation>لم يبق من {medicine} ما يُجرد في هذه الورقة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="205" />
        <source>This batch was not on the sheet; it is now. Count what lies here.</source>
        <translation>لم تكن هذه التشغيلة في الورقة، وقد أُضيفت الآن. اعدد الموجود هنا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="309" />
        <source>That differs from the books; this line must be counted a second time.</source>
        <translation>يختلف هذا عن الدفاتر؛ يجب عدّ هذا السطر مرة ثانية.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="339" />
        <source>New stock-take</source>
        <translation>جرد جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="340" />
        <source>Begin</source>
        <translation>بدء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="342" />
        <source>Trading goes on: each count is compared with the books at its own moment.</source>
        <translation>يستمر الصرف: يُقارن كل عدد بالدفاتر في لحظته.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="362" />
        <source>Give up this stock-take?</source>
        <translation>إلغاء هذا الجرد؟</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="363" />
        <source>What was counted is kept to be read, and nothing is posted.</source>
        <translation>يُحفظ ما عُدّ للقراءة ولا يُرحَّل شيء.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="364" />
        <source>Give it up</source>
        <translation>إلغاؤه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="390" />
        <source>Approve this stock-take</source>
        <translation>اعتماد هذا الجرد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counts.py" line="390" />
        <source>Approve</source>
        <translation>اعتماد</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/stock/counts.py" line="397" />
        <source>Approved; %n difference(s) posted.</source>
        <translation>
            <numerusform>اعتُمد؛ رُحِّلت %n فروق.</numerusform>
            <numerusform>اعتُمد؛ رُحِّلت %n فروق.</numerusform>
            <numerusform>اعتُمد؛ رُحِّلت %n فروق.</numerusform>
            <numerusform>اعتُمد؛ رُحِّلت %n فروق.</numerusform>
            <numerusform>اعتُمد؛ رُحِّلت %n فروق.</numerusform>
            <numerusform>اعتُمد؛ رُحِّلت %n فروق.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/bar.py" line="39" />
        <source>Go to the date</source>
        <translation>الانتقال إلى التاريخ</translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="44" />
        <source>The day</source>
        <translation>يوم العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="48" />
        <source>Close the day…</source>
        <translation>إغلاق اليوم…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="53" />
        <source>Minutes of error: below 0 the wait was shorter than expected, above 0 longer</source>
        <translation>الخطأ بالدقائق: تحت 0 كان الانتظار أقصر من المتوقع، وفوق 0 أطول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="60" />
        <source>Close it now</source>
        <translation>إغلاقه الآن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="72" />
        <location filename="../../hms_desktop/screens/queue/day.py" line="90" />
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="73" />
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="74" />
        <source>Longest, min</source>
        <translation>الأطول، د</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="75" />
        <source>Expected, min</source>
        <translation>المتوقع، د</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="76" />
        <source>Served</source>
        <translation>من خُدموا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="82" />
        <source>Counter</source>
        <translation>الشباك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="83" />
        <source>Who</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="84" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="91" />
        <source>Tickets</source>
        <translation>التذاكر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="92" />
        <source>Waited, min</source>
        <translation>مدة الانتظار، د</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="93" />
        <source>Error: low</source>
        <translation>الخطأ: الأدنى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="94" />
        <source>middle</source>
        <translation>الأوسط</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="95" />
        <source>high</source>
        <translation>الأعلى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="96" />
        <source>In range</source>
        <translation>ضمن النطاق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="97" />
        <source>So</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="103" />
        <source>Lines now</source>
        <translation>الطوابير الآن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="103" />
        <source>No services are in use.</source>
        <translation>لا توجد خدمات قيد الاستخدام.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="104" />
        <source>Who sits where</source>
        <translation>من يجلس أين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="104" />
        <source>No counter is open.</source>
        <translation>لا يوجد شباك مفتوح.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="106" />
        <source>Nothing was estimated yet: it takes eight finished calls of a service.</source>
        <translation>لا تقديرات بعد: يلزم ثمانية نداءات منتهية للخدمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="107" />
        <source>How good the estimates of the last {n} days were</source>
        <translation>دقة التقديرات في آخر {n} من الأيام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="139" />
        <source>{waiting} waiting · {served} served today</source>
        <translation>في الانتظار {waiting} · خُدم اليوم {served}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="155" />
        <source>Every open ticket of {day} and of earlier days becomes not served. This cannot be taken back.</source>
        <translation>كل تذكرة مفتوحة ليوم {day} وللأيام السابقة تصبح غير مخدومة. لا يمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="157" />
        <source>Close {day}</source>
        <translation>إغلاق {day}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="168" />
        <source>{day} is closed; {count} tickets were not served.</source>
        <translation>أُغلق {day}؛ عدد التذاكر التي لم تُخدم: {count}.</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="48" />
        <source>{patient} is booked: {when}, {clinic}.</source>
        <translation>حُجز موعد {patient}: {when}، {clinic}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="71" />
        <source>Visits booked: {n}.</source>
        <translation>الزيارات المحجوزة: {n}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="85" />
        <source>{patient} is moved to {when}, {clinic}.</source>
        <translation>نُقل موعد {patient} إلى {when}، {clinic}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="98" />
        <source>The appointment of {patient} on {when} is cancelled.</source>
        <translation>أُلغي موعد {patient} في {when}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="100" />
        <source>The appointment of {patient} on {when} is cancelled and offered to the waiting list.</source>
        <translation>أُلغي موعد {patient} في {when} وعُرض على قائمة الانتظار.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="108" />
        <source>Visits cancelled: {n}.</source>
        <translation>الزيارات الملغاة: {n}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="114" />
        <source>{patient} is booked again: {when}.</source>
        <translation>أُعيد حجز موعد {patient}: {when}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="120" />
        <source>{patient} did not come.</source>
        <translation>لم يحضر {patient}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="132" />
        <source>The patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="137" />
        <source>The arrival is taken back; the ticket left the queue.</source>
        <translation>أُلغي تسجيل الوصول؛ وخرجت التذكرة من الطابور.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="142" />
        <source>Booked: {when}, {clinic}.</source>
        <translation>حُجز: {when}، {clinic}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="149" />
        <source>The offer is declined; the patient stays on the list.</source>
        <translation>رُفض العرض؛ ويبقى المريض في القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="153" />
        <source>Taken off the waiting list.</source>
        <translation>حُذف من قائمة الانتظار.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="158" />
        <source>On the waiting list.</source>
        <translation>أُضيف إلى قائمة الانتظار.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="161" />
        <source>Ticket {ticket}: {patient}, {clinic}.</source>
        <translation>التذكرة {ticket}: {patient}، {clinic}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="163" />
        <source>Ticket {ticket}, held already: {patient}, {clinic}.</source>
        <translation>التذكرة {ticket}، صادرة من قبل: {patient}، {clinic}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="176" />
        <source>The booking is taken back.</source>
        <translation>أُلغي الحجز.</translation>
    </message>
</context>
<context>
    <name>Density</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/density.py" line="38" />
        <source>{taken} of {places} taken</source>
        <translation>مشغول {taken} من {places}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/density.py" line="40" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
</context>
<context>
    <name>DepartmentsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/organisation/departments.py" line="21" />
        <source>Departments</source>
        <translation>الأقسام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/departments.py" line="23" />
        <source>Department</source>
        <translation>القسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/departments.py" line="24" />
        <source>Services</source>
        <translation>الخدمات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/departments.py" line="25" />
        <location filename="../../hms_desktop/screens/organisation/departments.py" line="32" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/departments.py" line="28" />
        <location filename="../../hms_desktop/screens/organisation/departments.py" line="42" />
        <source>New department</source>
        <translation>قسم جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/departments.py" line="30" />
        <source>A department groups the services that belong together.</source>
        <translation>القسم يجمع الخدمات المترابطة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/departments.py" line="31" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
</context>
<context>
    <name>DeskSession</name>
    <message>
        <location filename="../../hms_desktop/app/desk_session.py" line="231" />
        <source>Your password is that of the hospital's directory; it is changed there.</source>
        <translation>كلمة مرورك هي كلمة مرور دليل المستشفى، وتُغيَّر هناك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/desk_session.py" line="283" />
        <source>Counter window</source>
        <translation>نافذة الشباك</translation>
    </message>
</context>
<context>
    <name>DetailCard</name>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="45" />
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="65" />
        <source>Issue ticket</source>
        <translation>إصدار تذكرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="66" />
        <source>Edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="67" />
        <source>Open with a reason</source>
        <translation>الفتح مع ذكر السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="71" />
        <source>History</source>
        <translation>سجل التغييرات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="72" />
        <source>Print card</source>
        <translation>طباعة البطاقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="86" />
        <source>Nobody chosen</source>
        <translation>لم يُختر أحد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="91" />
        <location filename="../../hms_desktop/screens/patients/card.py" line="98" />
        <source>MRN {number}</source>
        <translation>رقم الملف {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="92" />
        <source>Restricted record</source>
        <translation>سجل مقيّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="107" />
        <source>age {age}</source>
        <translation>العمر {age}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="112" />
        <source>merged into {number}; go on there</source>
        <translation>دُمج في {number}؛ تابع هناك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="113" />
        <source>This record</source>
        <translation>هذا السجل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="137" />
        <source>Registered</source>
        <translation>تاريخ التسجيل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="137" />
        <source>{day} by {person}</source>
        <translation>{day}، بواسطة {person}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="143" />
        <source>restricted</source>
        <translation>مقيّد</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="98" />
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>DifferenceDialog</name>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="147" />
        <source>Someone else changed this meanwhile</source>
        <translation>عدّل شخص آخر هذا في هذه الأثناء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="151" />
        <source>Changed by {who}.</source>
        <translation>عدّله {who}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="160" />
        <source>Yours</source>
        <translation>تعديلك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="160" />
        <source>Theirs</source>
        <translation>تعديل غيرك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="160" />
        <source>Before</source>
        <translation>قبل التعديل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="170" />
        <source>Back to the form</source>
        <translation>العودة إلى النموذج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="171" />
        <source>Save the chosen</source>
        <translation>حفظ المختار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="190" />
        <location filename="../../hms_desktop/widgets/dialogs.py" line="197" />
        <source>(empty)</source>
        <translation>(فارغ)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="186" />
        <source>yours</source>
        <translation>تعديلك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="186" />
        <source>theirs</source>
        <translation>تعديل غيرك</translation>
    </message>
</context>
<context>
    <name>DispensingPage</name>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="62" />
        <source>Dispensing</source>
        <translation>الصرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="73" />
        <source>Store</source>
        <translation>المخزن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="76" />
        <source>Call to the window</source>
        <translation>نداء إلى الشباك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="78" />
        <source>Handed out…</source>
        <translation>ما سُلّم…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/foot.py" line="21" />
        <source>What the patient was told (kept with the dispense)</source>
        <translation>ما قيل للمريض (يُحفظ مع الصرف)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/foot.py" line="23" />
        <source>What the patient was told</source>
        <translation>ما قيل للمريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/foot.py" line="25" />
        <source>Change line</source>
        <translation>تغيير السطر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/foot.py" line="26" />
        <source>Put back</source>
        <translation>إعادتها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/foot.py" line="27" />
        <source>Dispense and print</source>
        <translation>صرف وطباعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="137" />
        <source>Nothing waits. New prescriptions appear here by themselves.</source>
        <translation>لا شيء ينتظر. تظهر الوصفات الجديدة هنا من نفسها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="139" />
        <source>Nothing may be dispensed for this patient.</source>
        <translation>لا شيء يُصرف لهذا المريض.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="142" />
        <source>%n to dispense</source>
        <translation>
            <numerusform>%n للصرف</numerusform>
            <numerusform>%n للصرف</numerusform>
            <numerusform>%n للصرف</numerusform>
            <numerusform>%n للصرف</numerusform>
            <numerusform>%n للصرف</numerusform>
            <numerusform>%n للصرف</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="230" />
        <source>Scan each pack to verify it · F6 changes a line · Ctrl+Enter dispenses · Esc puts it back</source>
        <translation>امسح كل عبوة للتحقق منها · F6 يغيّر سطرًا · Ctrl+Enter يصرف · Esc يعيدها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="232" />
        <source>Enter opens a prescription · F8 calls its ticket · scan an old label for a repeat</source>
        <translation>Enter يفتح وصفة · F8 ينادي تذكرتها · امسح ملصقًا قديمًا للتكرار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="264" />
        <source>Take over</source>
        <translation>تولّي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="310" />
        <source>It was changed or dispensed meanwhile; what was begun is proposed anew.</source>
        <translation>تغيّرت الوصفة أو صُرفت في الأثناء؛ يُقترح ما بدأته من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="346" />
        <source>Open a prescription first; then a scan of the pack verifies it.</source>
        <translation>افتح وصفة أولًا؛ ثم يتحقق منها مسح العبوة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="380" />
        <source>{ticket} is called to {room}.</source>
        <translation>نودي {ticket} إلى {room}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="387" />
        <source>Read the warning: leave the medicine out, or say why it is given.</source>
        <translation>اقرأ التحذير: اترك الدواء أو اذكر لماذا يُعطى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="391" />
        <source>Dispensing…</source>
        <translation>جارٍ الصرف…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="403" />
        <source>Dispensed for {name}.</source>
        <translation>صُرف لـ {name}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="405" />
        <source>%n line(s) stay owed.</source>
        <translation>
            <numerusform>يبقى %n أسطر مستحقًا.</numerusform>
            <numerusform>يبقى %n أسطر مستحقًا.</numerusform>
            <numerusform>يبقى %n أسطر مستحقًا.</numerusform>
            <numerusform>يبقى %n أسطر مستحقًا.</numerusform>
            <numerusform>يبقى %n أسطر مستحقًا.</numerusform>
            <numerusform>يبقى %n أسطر مستحقًا.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="413" />
        <source>undone at once</source>
        <translation>تُراجع عنه فورًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="415" />
        <source>Taken back; it lies on its shelf again.</source>
        <translation>استُرجع؛ وهو على رفه ثانيةً.</translation>
    </message>
</context>
<context>
    <name>DispensingRulesPage</name>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="39" />
        <source>Dispensing</source>
        <translation>الصرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="41" />
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="42" />
        <source>high-alert medicines and the classes beside</source>
        <translation>الأدوية شديدة الخطورة والفئات المذكورة بجانبها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="43" />
        <source>every medicine</source>
        <translation>كل دواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="46" />
        <source>on the pharmacist's word, with a reason</source>
        <translation>بقرار الصيدلي، مع ذكر السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="47" />
        <source>only when the prescriber confirms it</source>
        <translation>فقط عندما يؤكده الواصف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="49" />
        <source>the hospital's first language</source>
        <translation>اللغة الأولى للمستشفى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="50" />
        <source>Before it is handed out, a colleague checks</source>
        <translation>قبل التسليم يتحقق زميل من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="53" />
        <source>Classes of the ATC that are checked too</source>
        <translation>فئات ATC التي يُتحقق منها أيضًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="56" />
        <source>An equivalent medicine is given</source>
        <translation>يُعطى دواء مكافئ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="58" />
        <source>An opened prescription is reserved for</source>
        <translation>تُحجز الوصفة المفتوحة لمدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="58" />
        <source> minutes</source>
        <translation> دقيقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="61" />
        <source>A batch is good for</source>
        <translation>يجب أن تصلح الدفعة طوال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="61" />
        <source>all the days that the supply covers</source>
        <translation>كل الأيام التي تغطيها الكمية المصروفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="63" />
        <source>And in any case for</source>
        <translation>وفي كل الأحوال لمدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="63" />
        <source> days</source>
        <translation> يومًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="64" />
        <source>Labels for patients who name no language</source>
        <translation>ملصقات المرضى الذين لم يحددوا لغة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="66" />
        <source>A controlled balance is counted again after</source>
        <translation>يُعدّ رصيد الدواء الخاضع للرقابة ثانيةً بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="66" />
        <source> hours</source>
        <translation> ساعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="78" />
        <source>How medicines are handed out</source>
        <translation>كيف تُسلَّم الأدوية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="84" />
        <source>{class} is no class of the ATC; type one such as L01 or A10A.</source>
        <translation>{class} ليست فئة ATC؛ اكتب فئة مثل L01 أو A10A.</translation>
    </message>
</context>
<context>
    <name>DisplacedView</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/displaced.py" line="29" />
        <source>Was to be</source>
        <translation>كان موعده</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/displaced.py" line="30" />
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/displaced.py" line="31" />
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/displaced.py" line="32" />
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/displaced.py" line="36" />
        <source>Appointments without a time</source>
        <translation>مواعيد بلا وقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/displaced.py" line="38" />
        <source>Every appointment to come has its time.</source>
        <translation>لكل موعد قادم وقته.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/displaced.py" line="41" />
        <source>Find another time</source>
        <translation>البحث عن وقت آخر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/displaced.py" line="42" />
        <source>Cancel the appointment</source>
        <translation>إلغاء الموعد</translation>
    </message>
</context>
<context>
    <name>DisplaysPage</name>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="31" />
        <source>Waiting-room screens</source>
        <translation>شاشات الانتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="32" />
        <source>What patients see and hear while they wait. Ctrl+Page Down goes to the next list.</source>
        <translation>ما يراه المرضى ويسمعونه أثناء الانتظار. Ctrl+Page Down ينتقل إلى القائمة التالية.</translation>
    </message>
</context>
<context>
    <name>DraftOffer</name>
    <message>
        <location filename="../../hms_desktop/widgets/draft_offer.py" line="32" />
        <source>Go on with it</source>
        <translation>متابعة الإدخال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/draft_offer.py" line="33" />
        <source>Throw it away</source>
        <translation>حذف المسودة</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <location filename="../../hms_desktop/screens/patients/editor.py" line="74" />
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/editor.py" line="76" />
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/editor.py" line="78" />
        <source>Empty the form</source>
        <translation>إفراغ النموذج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/editor.py" line="113" />
        <source>Register a patient</source>
        <translation>تسجيل مريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/editor.py" line="114" />
        <source>Edit {name}</source>
        <translation>تعديل {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/editor.py" line="118" />
        <source>Enter goes on to the next field; Esc steps back and loses nothing</source>
        <translation>مفتاح Enter ينتقل إلى الحقل التالي؛ وEsc يرجع خطوة من دون فقدان شيء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/editor.py" line="119" />
        <source>MRN {number}</source>
        <translation>رقم الملف {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/editor.py" line="166" />
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/editor.py" line="186" />
        <source>Perhaps this patient is registered already: look beside the form. Save again if not.</source>
        <translation>ربما هذا المريض مسجّل بالفعل: انظر بجانب النموذج. وإلا فاحفظ مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <location filename="../../hms_desktop/widgets/editor_page.py" line="64" />
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/editor_page.py" line="66" />
        <source>Discard changes</source>
        <translation>تجاهل التغييرات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/editor_page.py" line="71" />
        <source>Nothing here yet. Ctrl+N begins with the first.</source>
        <translation>لا شيء هنا بعد. يبدأ Ctrl+N بالأول.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/editor_page.py" line="74" />
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/editor_page.py" line="192" />
        <source>The changes were discarded.</source>
        <translation>أُهملت التغييرات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/editor_page.py" line="225" />
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/editor_page.py" line="285" />
        <source>Saved: {name}</source>
        <translation>حُفظ: {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/editor_page.py" line="324" />
        <source>Changed and not saved in other entries: {n}</source>
        <translation>تغييرات غير محفوظة في إدخالات أخرى: {n}</translation>
    </message>
</context>
<context>
    <name>EntriesPage</name>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="49" />
        <source>Entries</source>
        <translation>القيود</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="63" />
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="65" />
        <source>Who</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="72" />
        <source>Where</source>
        <translation>أين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="73" />
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="74" />
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="76" />
        <source>Happened</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="83" />
        <source>Entries, the newest first</source>
        <translation>القيود، الأحدث أولًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="85" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="90" />
        <source>Field</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="92" />
        <source>Was</source>
        <translation>كان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="94" />
        <source>Is</source>
        <translation>أصبح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="98" />
        <source>What the entry changed</source>
        <translation>ما غيّره القيد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="100" />
        <location filename="../../hms_desktop/screens/trail/entries.py" line="193" />
        <source>Choose an entry.</source>
        <translation>اختر قيدًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="104" />
        <source>Seal now</source>
        <translation>الختم الآن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="106" />
        <source>Check the seals</source>
        <translation>التحقق من الأختام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="121" />
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="141" />
        <source>Looking through the trail…</source>
        <translation>جارٍ البحث في سجل التدقيق…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="149" />
        <source>Nothing like that was changed on these days.</source>
        <translation>لم يُغيَّر شيء من هذا في هذه الأيام.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/trail/entries.py" line="150" />
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>عدد القيود: %n</numerusform>
            <numerusform>عدد القيود: %n</numerusform>
            <numerusform>عدد القيود: %n</numerusform>
            <numerusform>عدد القيود: %n</numerusform>
            <numerusform>عدد القيود: %n</numerusform>
            <numerusform>عدد القيود: %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="167" />
        <source>There is no record with this number.</source>
        <translation>لا يوجد ملف بهذا الرقم.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="180" />
        <source>sealed</source>
        <translation>مختوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="180" />
        <source>not sealed yet</source>
        <translation>لم يُختم بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="184" />
        <source>This is about a restricted record; open it with a reason first.</source>
        <translation>يتعلق هذا بسجل مقيّد؛ افتحه أولًا مع ذكر السبب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="186" />
        <source>The entry is no longer there.</source>
        <translation>القيد لم يعد موجودًا.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/trail/entries.py" line="203" />
        <source>%n entry(ies) came late</source>
        <translation>
            <numerusform>القيود المتأخرة: %n</numerusform>
            <numerusform>القيود المتأخرة: %n</numerusform>
            <numerusform>القيود المتأخرة: %n</numerusform>
            <numerusform>القيود المتأخرة: %n</numerusform>
            <numerusform>القيود المتأخرة: %n</numerusform>
            <numerusform>القيود المتأخرة: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/trail/entries.py" line="205" />
        <source>%n entry(ies) not sealed yet</source>
        <translation>
            <numerusform>القيود التي لم تُختم بعد: %n</numerusform>
            <numerusform>القيود التي لم تُختم بعد: %n</numerusform>
            <numerusform>القيود التي لم تُختم بعد: %n</numerusform>
            <numerusform>القيود التي لم تُختم بعد: %n</numerusform>
            <numerusform>القيود التي لم تُختم بعد: %n</numerusform>
            <numerusform>القيود التي لم تُختم بعد: %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="206" />
        <source>all sealed</source>
        <translation>كلها مختومة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="209" />
        <source>Sealing…</source>
        <translation>جارٍ الختم…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="216" />
        <source>Checking the seals…</source>
        <translation>جارٍ التحقق من الأختام…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="223" />
        <source>The trail was changed behind its seals. Broken blocks: {blocks}. Tell IT.</source>
        <translation>غُيّر سجل التدقيق رغم أختامه. الكتل المكسورة: {blocks}. أبلغ قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/entries.py" line="229" />
        <source>Every seal fits.</source>
        <translation>كل الأختام سليمة.</translation>
    </message>
</context>
<context>
    <name>ExceptionsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="261" />
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="268" />
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="262" />
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="269" />
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="263" />
        <source>Hours</source>
        <translation>الساعات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="264" />
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="33" />
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="266" />
        <source>Different on a date</source>
        <translation>اختلاف في تاريخ معيّن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="266" />
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="299" />
        <source>New date</source>
        <translation>تاريخ جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="270" />
        <source>Which session</source>
        <translation>أي جلسة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="271" />
        <source>From (not where closed)</source>
        <translation>من (إن لم تكن مغلقة)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="272" />
        <source>Until (not where closed)</source>
        <translation>حتى (إن لم تكن مغلقة)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="273" />
        <source>Length of a slot, minutes</source>
        <translation>مدة الفترة، بالدقائق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="274" />
        <source>Places in a slot</source>
        <translation>الأماكن في الفترة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="276" />
        <source>Doctor that day</source>
        <translation>طبيب ذلك اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="277" />
        <source>Room that day</source>
        <translation>غرفة ذلك اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="278" />
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="43" />
        <source>Why, as the desks see it</source>
        <translation>السبب كما يظهر لمكاتب الاستقبال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="281" />
        <source>as usual</source>
        <translation>كالمعتاد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="285" />
        <source>all of the day</source>
        <translation>طوال اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="28" />
        <source>Days not as usual</source>
        <translation>أيام غير معتادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="30" />
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="40" />
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="31" />
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="41" />
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="31" />
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="54" />
        <source>all services</source>
        <translation>كل الخدمات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="32" />
        <source>Gives tickets</source>
        <translation>تصدر التذاكر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="36" />
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="72" />
        <source>New day</source>
        <translation>يوم جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="38" />
        <source>Holidays, short days and long ones; every other day is as its weekday.</source>
        <translation>العطل والأيام القصيرة والطويلة؛ وكل يوم آخر يتبع يوم أسبوعه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="42" />
        <source>Hours (empty: gives no tickets)</source>
        <translation>الساعات (فارغ: لا تصدر تذاكر)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="44" />
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="50" />
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="82" />
        <source>Type one span of hours like 8-12, or nothing.</source>
        <translation>اكتب فترة ساعات واحدة مثل ‎8-12، أو لا شيء.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="107" />
        <source>{day} is as its weekday again.</source>
        <translation>عاد {day} إلى مواعيد يوم أسبوعه.</translation>
    </message>
</context>
<context>
    <name>ExpiryPage</name>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="43" />
        <source>Expiry and recalls</source>
        <translation>الانتهاء والسحب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="48" />
        <source>Recalls</source>
        <translation>عمليات السحب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="51" />
        <source>Lift this recall…</source>
        <translation>رفع هذا السحب…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="53" />
        <source>Write off…</source>
        <translation>شطب…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="55" />
        <source>Recall a lot…</source>
        <translation>سحب تشغيلة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="63" />
        <source>Expired</source>
        <translation>منتهٍ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="63" />
        <source>{n} days</source>
        <translation>{n} يومًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="75" />
        <source>Expiry</source>
        <translation>الانتهاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="77" />
        <source>Days</source>
        <translation>الأيام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="78" />
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="113" />
        <source>Medicine</source>
        <translation>الدواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="79" />
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="114" />
        <source>Lot</source>
        <translation>التشغيلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="80" />
        <source>Store</source>
        <translation>المخزن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="82" />
        <source>In stock</source>
        <translation>في المخزون</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="84" />
        <source>Unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="86" />
        <source>Not used by then</source>
        <translation>لن يُستعمل حتى ذلك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="93" />
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="95" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="103" />
        <source>Batches by expiry</source>
        <translation>الدفعات حسب الانتهاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="105" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="116" />
        <source>In the house</source>
        <translation>في المستشفى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="122" />
        <source>Stores</source>
        <translation>المخازن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="123" />
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="127" />
        <source>Recalled batches</source>
        <translation>الدفعات المسحوبة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="129" />
        <source>No lot is recalled.</source>
        <translation>لا توجد تشغيلة مسحوبة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="258" />
        <source>Lift the recall: the lot may come again</source>
        <translation>رفع السحب: يمكن أن ترد التشغيلة ثانيةً</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="304" />
        <source>Nothing of {medicine}, lot {lot}, expires in this time.</source>
        <translation>لا شيء من {medicine}، التشغيلة {lot}، تنتهي صلاحيته في هذه المدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="133" />
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="134" />
        <source>Record number</source>
        <translation>رقم السجل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="135" />
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="136" />
        <source>Got</source>
        <translation>استلم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="137" />
        <source>Last on</source>
        <translation>آخر مرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="141" />
        <source>Patients who got this batch</source>
        <translation>المرضى الذين استلموا هذه الدفعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="143" />
        <source>Choose a recalled batch to see who got it.</source>
        <translation>اختر دفعة مسحوبة لترى من استلمها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="164" />
        <source>Who got it</source>
        <translation>من استلمها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="180" />
        <source>Nothing expires in this time.</source>
        <translation>لا شيء ينتهي في هذه المدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="213" />
        <source>Choose a recalled batch: beside it stand the patients who still have it, with their phones.</source>
        <translation>اختر دفعة مسحوبة: بجانبها المرضى الذين ما زالت عندهم مع هواتفهم.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="215" />
        <source>Enter opens the batch on the page Stock. Ctrl+1 to Ctrl+4 choose how far to look ahead.</source>
        <translation>Enter يفتح الدفعة في صفحة المخزون. Ctrl+1 إلى Ctrl+4 لاختيار مدى النظر إلى الأمام.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="229" />
        <source>Nothing of this lot ever came; what comes of it is frozen at once.</source>
        <translation>لم يرد شيء من هذه التشغيلة قط؛ وما يرد منها يُجمَّد فورًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="231" />
        <source>A pharmacist or a manager sees who got it.</source>
        <translation>يرى الصيدلي أو المدير من استلمها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="239" />
        <source>No patient has anything of this batch.</source>
        <translation>لا مريض لديه شيء من هذه الدفعة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="247" />
        <source>Written off; it stands on the batch card.</source>
        <translation>شُطبت؛ وهي في بطاقة الدفعة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="254" />
        <source>Lift the recall: the batch goes into quarantine</source>
        <translation>رفع السحب: تدخل الدفعة الحجر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="254" />
        <source>Lift the recall</source>
        <translation>رفع السحب</translation>
    </message>
</context>
<context>
    <name>FacilityPage</name>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="24" />
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="63" />
        <source>Hospital</source>
        <translation>المستشفى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="25" />
        <source>What tickets, screens and the business day go by.</source>
        <translation>ما تتبعه التذاكر والشاشات ويوم العمل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="30" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="31" />
        <source>Time zone (IANA name)</source>
        <translation>المنطقة الزمنية (اسم IANA)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="32" />
        <source>The business day begins at</source>
        <translation>يبدأ يوم العمل الساعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="33" />
        <source>Currency (three letters)</source>
        <translation>العملة (ثلاثة أحرف)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="34" />
        <source>Country</source>
        <translation>البلد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="35" />
        <source>Languages of the screens</source>
        <translation>لغات الشاشات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="36" />
        <source>Chosen by the hospital</source>
        <translation>من اختيار المستشفى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="67" />
        <source>Choose a time zone by its IANA name, such as Africa/Nairobi.</source>
        <translation>اختر منطقة زمنية باسمها في IANA، مثل Africa/Nairobi.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="69" />
        <source>Choose at least one language.</source>
        <translation>اختر لغة واحدة على الأقل.</translation>
    </message>
</context>
<context>
    <name>FavouriteDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/asking.py" line="40" />
        <source>Keep as a favourite</source>
        <translation>حفظ كمفضلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/asking.py" line="41" />
        <source>One of the same name is replaced.</source>
        <translation>تُستبدل التي بالاسم نفسه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/asking.py" line="44" />
        <source>only mine</source>
        <translation>لي فقط</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/asking.py" line="45" />
        <source>of {name}</source>
        <translation>لـ {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/asking.py" line="48" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/asking.py" line="49" />
        <source>Whose</source>
        <translation>لمن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/asking.py" line="52" />
        <source>Keep</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="34" />
        <source>Figures</source>
        <translation>أرقام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="40" />
        <source>Stock and consumption</source>
        <translation>المخزون والاستهلاك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="41" />
        <source>Value by month of expiry</source>
        <translation>القيمة حسب شهر الانتهاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="42" />
        <source>What is used most</source>
        <translation>الأكثر استعمالًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="43" />
        <source>How suppliers deliver</source>
        <translation>كيف يسلّم المورّدون</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="46" />
        <source>all stores</source>
        <translation>كل المخازن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="48" />
        <source>90 days</source>
        <translation>90 يومًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="48" />
        <source>a year</source>
        <translation>سنة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="48" />
        <source>three years</source>
        <translation>ثلاث سنوات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="50" />
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="61" />
        <source>Figure</source>
        <translation>الشكل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="50" />
        <source>Store</source>
        <translation>المخزن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="50" />
        <source>Period</source>
        <translation>المدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="55" />
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="87" />
        <source>All medicines…</source>
        <translation>كل الأدوية…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="57" />
        <source>Save as file…</source>
        <translation>حفظ كملف…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="68" />
        <source>Arrow keys read the chart point by point, + and - zoom, 0 shows all of it, Page keys go ten on.</source>
        <translation>الأسهم تقرأ الرسم نقطة نقطة، + و - للتكبير، 0 يظهره كله، ومفاتيح الصفحة تتقدم عشرًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="116" />
        <source>There is nothing to show here yet; choose another period or store.</source>
        <translation>لا شيء يُعرض هنا بعد؛ اختر مدة أو مخزنًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="129" />
        <source>Stock and consumption: {name}</source>
        <translation>المخزون والاستهلاك: {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="135" />
        <source>in stock</source>
        <translation>في المخزون</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="136" />
        <source>used that day</source>
        <translation>استُعمل ذلك اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="143" />
        <source>all medicines, at cost</source>
        <translation>كل الأدوية، بالكلفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="147" />
        <source>expired</source>
        <translation>منتهية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="148" />
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="160" />
        <source>value at cost</source>
        <translation>القيمة بالكلفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="150" />
        <source>What expires in which month, at cost</source>
        <translation>ما ينتهي في أي شهر، بالكلفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="157" />
        <source>What cost most of what was used since {date}</source>
        <translation>الأعلى كلفة مما استُعمل منذ {date}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="167" />
        <source>{orders} orders, promised {promised} days, took {actual}, prices {drift}</source>
        <translation>{orders} طلبات، وُعد {promised} يومًا، استغرقت {actual}، الأسعار {drift}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="178" />
        <source>How suppliers delivered what was sent since {date}</source>
        <translation>كيف سلّم المورّدون ما أُرسل منذ {date}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="182" />
        <source>on time</source>
        <translation>في الموعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="183" />
        <source>came of what was ordered</source>
        <translation>وصل مما طُلب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="191" />
        <source>Which medicine?</source>
        <translation>أي دواء؟</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="191" />
        <source>Cancel shows all medicines again.</source>
        <translation>الإلغاء يظهر كل الأدوية ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="216" />
        <source>Saved in {file}.</source>
        <translation>حُفظ في {file}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="219" />
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="221" />
        <source>Save the figure</source>
        <translation>حفظ الشكل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="224" />
        <source>Picture (*.png)</source>
        <translation>صورة (*.png)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="225" />
        <source>Page (*.pdf)</source>
        <translation>صفحة (*.pdf)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="226" />
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/charts.py" line="227" />
        <source>Workbook (*.xlsx)</source>
        <translation>مصنف (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>FilmOrder</name>
    <message>
        <location filename="../../hms_desktop/screens/displays/film_order.py" line="48" />
        <source>Films of this playlist, in their order</source>
        <translation>أفلام قائمة التشغيل هذه بترتيبها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/film_order.py" line="50" />
        <source>Film to add</source>
        <translation>الفيلم المراد إضافته</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/film_order.py" line="51" />
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/film_order.py" line="60" />
        <source>Alt with an arrow key moves a film, Del takes it off.</source>
        <translation>Alt مع سهم ينقل الفيلم، وDel يزيله.</translation>
    </message>
</context>
<context>
    <name>FilmsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="51" />
        <location filename="../../hms_desktop/screens/displays/films.py" line="59" />
        <source>Films</source>
        <translation>الأفلام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="52" />
        <source>Drop films here. Each is checked for the computer behind the screens.</source>
        <translation>أسقط الأفلام هنا. يُفحص كل منها للحاسوب الذي خلف الشاشات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="61" />
        <source>No films yet. Drop files here, or press Ctrl+N.</source>
        <translation>لا أفلام بعد. أسقط الملفات هنا أو اضغط Ctrl+N.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="73" />
        <source>Film</source>
        <translation>الفيلم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="74" />
        <source>Picture</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="75" />
        <source>Length</source>
        <translation>المدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="76" />
        <source>Size, MB</source>
        <translation>الحجم، ميغابايت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="77" />
        <source>Lies in</source>
        <translation>موجود في</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="78" />
        <source>Playlists</source>
        <translation>قوائم التشغيل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="83" />
        <source>Computer behind the screens</source>
        <translation>الحاسوب خلف الشاشات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="84" />
        <source>Add films</source>
        <translation>إضافة أفلام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="86" />
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="89" />
        <source>For</source>
        <translation>من أجل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="97" />
        <source>How much is done</source>
        <translation>ما أُنجز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="98" />
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="114" />
        <source>Convert and add</source>
        <translation>تحويل وإضافة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="116" />
        <source>Copy the command</source>
        <translation>نسخ الأمر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="118" />
        <source>Leave it</source>
        <translation>ترك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="162" />
        <source>Wait until the films before have been added, or cancel.</source>
        <translation>انتظر حتى تُضاف الأفلام السابقة أو ألغِ.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="172" />
        <source>Cancelled; what had arrived is kept for the next time.</source>
        <translation>أُلغي؛ ما وصل محفوظ للمرة القادمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="174" />
        <source>The file cannot be read: {why}.</source>
        <translation>لا يمكن قراءة الملف: {why}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="181" />
        <source>Choose films</source>
        <translation>اختيار أفلام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="183" />
        <source>Films (*.mp4 *.m4v *.mov *.mkv *.webm)</source>
        <translation>أفلام (*.mp4 *.m4v *.mov *.mkv *.webm)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="193" />
        <source>Checking {name}…</source>
        <translation>فحص {name}…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="204" />
        <location filename="../../hms_desktop/screens/displays/films.py" line="213" />
        <source>Films added: {n}</source>
        <translation>الأفلام المضافة: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="210" />
        <source>Converting {name}…</source>
        <translation>تحويل {name}…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="220" />
        <source>Reading {name}…</source>
        <translation>قراءة {name}…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="222" />
        <source>Sending {name}…</source>
        <translation>إرسال {name}…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="233" />
        <source>Removed: {name}</source>
        <translation>حُذف: {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="257" />
        <source>not whole yet</source>
        <translation>لم يكتمل بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="258" />
        <source>the database</source>
        <translation>قاعدة البيانات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="258" />
        <source>the share</source>
        <translation>المجلد المشترك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/films.py" line="261" />
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <location filename="../../hms_desktop/screens/trail/filters.py" line="28" />
        <source>From</source>
        <translation>من تاريخ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/filters.py" line="28" />
        <location filename="../../hms_desktop/screens/trail/filters.py" line="29" />
        <source>day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/filters.py" line="29" />
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/filters.py" line="30" />
        <source>Who</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/filters.py" line="30" />
        <source>login</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/filters.py" line="31" />
        <source>Where</source>
        <translation>أين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/filters.py" line="31" />
        <source>workstation</source>
        <translation>محطة العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/filters.py" line="32" />
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/filters.py" line="32" />
        <location filename="../../hms_desktop/screens/trail/filters.py" line="50" />
        <source>everything</source>
        <translation>كل شيء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/filters.py" line="33" />
        <source>Happened</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/filters.py" line="33" />
        <source>anything</source>
        <translation>أي حدث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/filters.py" line="36" />
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/filters.py" line="37" />
        <source>row or record</source>
        <translation>الصف أو الملف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/filters.py" line="67" />
        <source>Type a day.</source>
        <translation>اكتب يومًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/filters.py" line="71" />
        <source>This day stands before the first one.</source>
        <translation>هذا اليوم يسبق اليوم الأول.</translation>
    </message>
</context>
<context>
    <name>FindTime</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="62" />
        <source>Find a time</source>
        <translation>البحث عن وقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="71" />
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="72" />
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="73" />
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="104" />
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="74" />
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="105" />
        <source>Doctor</source>
        <translation>الطبيب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="75" />
        <source>Room</source>
        <translation>الغرفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="76" />
        <source>Free</source>
        <translation>متاح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="80" />
        <source>Free times</source>
        <translation>الأوقات المتاحة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="86" />
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="87" />
        <source>Take this time</source>
        <translation>اختيار هذا الوقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="93" />
        <source>any</source>
        <translation>أيّ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="46" />
        <source>any time</source>
        <translation>أي وقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="47" />
        <source>before noon</source>
        <translation>قبل الظهر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="48" />
        <source>afternoon</source>
        <translation>بعد الظهر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="49" />
        <source>from 17:00 on</source>
        <translation>من 17:00 فصاعدًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="99" />
        <source>any day</source>
        <translation>أي يوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="103" />
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="106" />
        <source>Not before</source>
        <translation>ليس قبل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="107" />
        <source>Time of day</source>
        <translation>وقت اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="108" />
        <source>Weekday</source>
        <translation>يوم الأسبوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="109" />
        <source>Slots in a row</source>
        <translation>فترات متتالية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="150" />
        <source>Looking…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="155" />
        <source>No free time. Choose a later date, another doctor or time of day; or put them on the list.</source>
        <translation>لا يوجد وقت متاح. اختر تاريخًا لاحقًا أو طبيبًا آخر أو وقتًا آخر من اليوم؛ أو أضف المريض إلى القائمة.</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <location filename="../../hms_desktop/widgets/forms.py" line="182" />
        <source>{title} (required)</source>
        <translation>{title} (مطلوب)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/forms.py" line="245" />
        <source>Fill in: {title}.</source>
        <translation>املأ: {title}.</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <location filename="../../hms_desktop/widgets/forms.py" line="295" />
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
</context>
<context>
    <name>GlobalBox</name>
    <message>
        <location filename="../../hms_desktop/app/finding.py" line="82" />
        <source>Find a patient or ticket, or type a command</source>
        <translation>ابحث عن مريض أو تذكرة، أو اكتب أمرًا</translation>
    </message>
</context>
<context>
    <name>Hands</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/hands.py" line="82" />
        <source>Moving {patient}: choose the new time, Enter puts it there, Esc leaves it.</source>
        <translation>نقل موعد {patient}: اختر الوقت الجديد، ثم Enter لوضعه فيه، وEsc للتراجع.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/hands.py" line="94" />
        <source>This time is full</source>
        <translation>هذا الوقت ممتلئ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/hands.py" line="95" />
        <source>Put {patient} on top of it?</source>
        <translation>هل تريد حجزًا إضافيًا فيه لـ {patient}؟</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/hands.py" line="96" />
        <source>Put on top</source>
        <translation>حجز إضافي</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="36" />
        <source>Health</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="37" />
        <source>What each screen says of itself every five seconds, and what it shows.</source>
        <translation>ما تقوله كل شاشة عن نفسها كل خمس ثوانٍ وما تعرضه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="40" />
        <source>Screen</source>
        <translation>الشاشة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="41" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="42" />
        <source>Last shown</source>
        <translation>آخر ما عُرض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="43" />
        <location filename="../../hms_desktop/screens/displays/health.py" line="97" />
        <source>Decoder</source>
        <translation>فاكّ الترميز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="44" />
        <source>°C</source>
        <translation>°م</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="45" />
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="49" />
        <source>How the screens do</source>
        <translation>حال الشاشات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="51" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="56" />
        <source>What the screen shows</source>
        <translation>ما تعرضه الشاشة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="59" />
        <location filename="../../hms_desktop/screens/displays/health.py" line="93" />
        <source>Out of service</source>
        <translation>خارج الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="59" />
        <location filename="../../hms_desktop/screens/displays/health.py" line="104" />
        <source>Can be had</source>
        <translation>المتاح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="86" />
        <source>What the screen says of itself</source>
        <translation>ما تقوله الشاشة عن نفسها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="94" />
        <source>Last call</source>
        <translation>آخر نداء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="95" />
        <source>Voice</source>
        <translation>الصوت الناطق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="96" />
        <source>Sound goes to</source>
        <translation>يخرج الصوت إلى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="98" />
        <source>Film</source>
        <translation>الفيلم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="99" />
        <source>Memory</source>
        <translation>الذاكرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="100" />
        <source>Free memory</source>
        <translation>الذاكرة الحرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="101" />
        <source>Free disk</source>
        <translation>القرص الحر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="102" />
        <source>Runs for</source>
        <translation>تعمل منذ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="103" />
        <source>Server answers in</source>
        <translation>يجيب الخادم خلال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="105" />
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="111" />
        <source>There is no screen yet.</source>
        <translation>لا توجد شاشة بعد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="130" />
        <source>As of {time}.</source>
        <translation>حتى {time}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="132" />
        <source>It has not sent a picture yet.</source>
        <translation>لم ترسل صورة بعد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="150" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="152" />
        <source>never seen yet</source>
        <translation>لم يظهر بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="155" />
        <source>alive</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="154" />
        <source>dead since {time}</source>
        <translation>متوقفة منذ {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="155" />
        <source>out of service</source>
        <translation>خارج الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/health.py" line="161" />
        <source>{h} h {m} min</source>
        <translation>{h} س {m} د</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="36" />
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="37" />
        <source>Who</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="38" />
        <source>Where</source>
        <translation>أين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="39" />
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="40" />
        <source>Was</source>
        <translation>كان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="41" />
        <source>Is</source>
        <translation>أصبح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="45" />
        <source>Changes, the newest first</source>
        <translation>التغييرات، الأحدث أولًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="47" />
        <location filename="../../hms_desktop/screens/patients/history.py" line="71" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="51" />
        <source>Older ones</source>
        <translation>الأقدم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="58" />
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="75" />
        <source>Nothing was changed yet.</source>
        <translation>لم يُغيَّر شيء بعد.</translation>
    </message>
</context>
<context>
    <name>HolderDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="96" />
        <source>Whose is ticket {ticket}?</source>
        <translation>لمن التذكرة {ticket}؟</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="97" />
        <source>Find the patient; who is new is registered first.</source>
        <translation>ابحث عن المريض؛ من كان جديدًا يُسجَّل أولًا.</translation>
    </message>
</context>
<context>
    <name>HolidaysPage</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="42" />
        <source>Holidays</source>
        <translation>العطل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="44" />
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="60" />
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="45" />
        <source>Holiday</source>
        <translation>العطلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="48" />
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="76" />
        <source>New holiday</source>
        <translation>عطلة جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="50" />
        <source>No holidays in this year. F7 fills in those of a country.</source>
        <translation>لا عطل في هذه السنة. اضغط F7 لتعبئة عطل بلد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="54" />
        <source>Year</source>
        <translation>السنة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="56" />
        <source>Fill in a country's</source>
        <translation>تعبئة عطل بلد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="61" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="62" />
        <source>A working day after all</source>
        <translation>جعله يوم عمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="104" />
        <source>Holidays added: {n}.</source>
        <translation>العطل المضافة: {n}.</translation>
    </message>
</context>
<context>
    <name>HoursPage</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="39" />
        <source>Queue rules</source>
        <translation>قواعد الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="41" />
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="42" />
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="43" />
        <source>Estimate</source>
        <translation>التقدير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="47" />
        <source>When a service gives tickets, and the numbers by which its queue goes.</source>
        <translation>متى تصدر الخدمة التذاكر، والأعداد التي يسير عليها طابورها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="49" />
        <source>for example 8-12, 13:30-16</source>
        <translation>مثلًا ‎8-12, 13:30-16</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="50" />
        <source>Last ticket, minutes before closing</source>
        <translation>آخر تذكرة، بالدقائق قبل الإغلاق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="51" />
        <source>Expected wait on tickets and screens</source>
        <translation>الانتظار المتوقع على التذاكر والشاشات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="52" />
        <source>Numbers at the entrance, taken by patients</source>
        <translation>الأرقام عند المدخل، يأخذها المرضى بأنفسهم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="53" />
        <source>Waited long after, minutes</source>
        <translation>يُعدّ الانتظار طويلًا بعد، بالدقائق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="54" />
        <source>Priority calls in a row before who waited long</source>
        <translation>نداءات الأولوية المتتالية قبل من طال انتظاره</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="55" />
        <source>Appointments wait with the others, minutes before</source>
        <translation>تنتظر المواعيد مع الآخرين قبل وقتها، بالدقائق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="56" />
        <source>Put back behind the next</source>
        <translation>عدد من يسبقون التذكرة المُعادة إلى الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="57" />
        <source>Back from a test behind the next (0: as it arrived)</source>
        <translation>عدد من يسبقون العائد من فحص (0: حسب وقت وصوله)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="58" />
        <source>Back from a test to the same room</source>
        <translation>العائد من فحص يرجع إلى الغرفة نفسها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="59" />
        <source>Seconds between two calls</source>
        <translation>الثواني بين نداءين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="60" />
        <source>Recalls at most</source>
        <translation>الحد الأقصى لإعادة النداء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="61" />
        <source>Calls before a no-show</source>
        <translation>عدد النداءات قبل «لم يحضر»</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="62" />
        <source>Minutes before a no-show</source>
        <translation>الدقائق قبل «لم يحضر»</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="68" />
        <source>Monday</source>
        <translation>الاثنين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="69" />
        <source>Tuesday</source>
        <translation>الثلاثاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="70" />
        <source>Wednesday</source>
        <translation>الأربعاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="71" />
        <source>Thursday</source>
        <translation>الخميس</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="72" />
        <source>Friday</source>
        <translation>الجمعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="73" />
        <source>Saturday</source>
        <translation>السبت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="74" />
        <source>Sunday</source>
        <translation>الأحد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="78" />
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="78" />
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="81" />
        <source>shown</source>
        <translation>معروض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="81" />
        <source>to staff only</source>
        <translation>للموظفين فقط</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="112" />
        <source>Type hours like 8-12, 13:30-16; two of them do not overlap.</source>
        <translation>اكتب الساعات هكذا: ‎8-12, 13:30-16‎؛ من دون تداخل بينها.</translation>
    </message>
</context>
<context>
    <name>InvoiceDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoice_dialog.py" line="28" />
        <source>Invoice for {number}</source>
        <translation>فاتورة {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoice_dialog.py" line="29" />
        <source>Enter</source>
        <translation>إدخال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoice_dialog.py" line="38" />
        <source>Number of the invoice</source>
        <translation>رقم الفاتورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoice_dialog.py" line="40" />
        <source>Dated (year-month-day)</source>
        <translation>بتاريخ (سنة-شهر-يوم)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoice_dialog.py" line="42" />
        <source>Amount of the invoice</source>
        <translation>مبلغ الفاتورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoice_dialog.py" line="43" />
        <source>of it freight, tax and the like</source>
        <translation>منه الشحن والضريبة ونحوهما</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoice_dialog.py" line="55" />
        <source>Medicine</source>
        <translation>الدواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoice_dialog.py" line="55" />
        <source>Came, not invoiced</source>
        <translation>جاء ولم يُفوتر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoice_dialog.py" line="55" />
        <source>Packs</source>
        <translation>العبوات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoice_dialog.py" line="55" />
        <source>Pack price</source>
        <translation>سعر العبوة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoice_dialog.py" line="62" />
        <source>{medicine}: packs invoiced</source>
        <translation>{medicine}: العبوات المفوترة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoice_dialog.py" line="63" />
        <source>{medicine}: price of a pack</source>
        <translation>{medicine}: سعر العبوة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoice_dialog.py" line="83" />
        <source>The lines come to {amount}.</source>
        <translation>تبلغ السطور {amount}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoice_dialog.py" line="90" />
        <source>Type an amount with two decimals.</source>
        <translation>اكتب مبلغًا بمنزلتين عشريتين.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoice_dialog.py" line="94" />
        <source>Type the date as year-month-day, such as 2026-12-31.</source>
        <translation>اكتب التاريخ سنة-شهر-يوم، مثل 2026-12-31.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoice_dialog.py" line="103" />
        <source>Line {line} needs whole packs and a price; correct it.</source>
        <translation>يحتاج السطر {line} إلى عبوات كاملة وسعر؛ صحّحه.</translation>
    </message>
</context>
<context>
    <name>InvoicesPage</name>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="41" />
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="61" />
        <source>Invoices</source>
        <translation>الفواتير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="43" />
        <source>Each line is compared with what was ordered and with what stayed here.</source>
        <translation>يُقارن كل سطر بما طُلب وبما بقي هنا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="49" />
        <source>Invoice</source>
        <translation>الفاتورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="50" />
        <source>Supplier</source>
        <translation>المورّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="51" />
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="53" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="63" />
        <source>No invoice yet. Ctrl N enters one.</source>
        <translation>لا فاتورة بعد. Ctrl N يُدخل واحدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="67" />
        <source>Medicine</source>
        <translation>الدواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="68" />
        <source>Ordered</source>
        <translation>طُلب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="69" />
        <source>Came</source>
        <translation>جاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="70" />
        <source>Before</source>
        <translation>قبل التعديل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="72" />
        <source>Invoiced</source>
        <translation>فُوتر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="78" />
        <source>Price</source>
        <translation>السعر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="80" />
        <source>Asked</source>
        <translation>المطلوب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="89" />
        <source>Ordered, received and invoiced, in packs</source>
        <translation>المطلوب والمستلم والمفوتر، بالعبوات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="93" />
        <source>Enter invoice…</source>
        <translation>إدخال فاتورة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="96" />
        <source>Compare again</source>
        <translation>مقارنة ثانيةً</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="98" />
        <source>Reject…</source>
        <translation>رفض…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="100" />
        <source>Accept difference…</source>
        <translation>قبول الفرق…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="135" />
        <source>The newest {n} are shown.</source>
        <translation>يُعرض الأحدث: {n}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="147" />
        <source>No invoice is chosen</source>
        <translation>لم تُختر فاتورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="159" />
        <source>Order {order}, dated {date}, entered by {person}. Amount {amount}, of it charges {charges}.</source>
        <translation>الطلب {order}، بتاريخ {date}، أدخلها {person}. المبلغ {amount}، منه رسوم {charges}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="184" />
        <source>Reason: {reason}</source>
        <translation>السبب: {reason}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="187" />
        <source>More is asked for than came and stayed.</source>
        <translation>يُطلب أكثر مما جاء وبقي.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="189" />
        <source>A price is higher than ordered.</source>
        <translation>سعر أعلى مما طُلب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="191" />
        <source>Lines and charges come to {reckoned}, the paper says {amount}.</source>
        <translation>السطور والرسوم تبلغ {reckoned}، والورقة تقول {amount}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="194" />
        <source>Everything agrees; it can be paid.</source>
        <translation>كل شيء متوافق؛ يمكن دفعها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="196" />
        <source>You entered it; a colleague decides.</source>
        <translation>أدخلتها أنت؛ يقرر زميل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="228" />
        <source>No invoice asks money for {name}.</source>
        <translation>لا توجد فاتورة تطالب بثمن {name}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="237" />
        <source>Invoices that ask money for {name}: {n}. Scan it again for the next one.</source>
        <translation>الفواتير التي تطالب بثمن {name}: {n}. امسحه مرة أخرى للفاتورة التالية.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="253" />
        <source>Which order is invoiced?</source>
        <translation>أي طلب يُفوتر؟</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="253" />
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="254" />
        <source>Order</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="267" />
        <source>Entered: {state}</source>
        <translation>أُدخل: {state}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="275" />
        <source>Comparing…</source>
        <translation>جارٍ المقارنة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="277" />
        <source>Compared: {state}</source>
        <translation>قورن: {state}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="289" />
        <source>Accept the difference</source>
        <translation>قبول الفرق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="290" />
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="298" />
        <source>Reject the invoice</source>
        <translation>رفض الفاتورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="299" />
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/invoices.py" line="301" />
        <source>Its number may come again on a corrected invoice.</source>
        <translation>قد يعود رقمها في فاتورة مصححة.</translation>
    </message>
</context>
<context>
    <name>IssueTicket</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="44" />
        <location filename="../../hms_desktop/screens/queue/issue.py" line="88" />
        <source>Issue ticket</source>
        <translation>إصدار تذكرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="59" />
        <source>for example: child under 5</source>
        <translation>مثلًا: طفل دون 5 سنوات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="61" />
        <source>kept with the ticket</source>
        <translation>يُحفظ مع التذكرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="69" />
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="70" />
        <source>Priority class</source>
        <translation>فئة الأولوية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="71" />
        <source>Reason for the priority</source>
        <translation>سبب الأولوية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="72" />
        <source>Journey</source>
        <translation>المسار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="74" />
        <source>Why a ticket outside of the opening hours</source>
        <translation>سبب إصدار تذكرة خارج ساعات العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="84" />
        <source>Register new patient</source>
        <translation>تسجيل مريض جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="137" />
        <source>none: one service</source>
        <translation>بلا مسار: خدمة واحدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="198" />
        <source>Issuing the ticket…</source>
        <translation>جارٍ إصدار التذكرة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="225" />
        <source>Ticket {ticket} for {patient}, {service}.</source>
        <translation>التذكرة {ticket} للمريض {patient}، {service}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="229" />
        <source>About {minutes} min to wait.</source>
        <translation>الانتظار نحو {minutes} min.</translation>
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/jobs/page.py" line="20" />
        <source>Jobs</source>
        <translation>المهام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/page.py" line="21" />
        <source>What the worker does by itself. Ctrl+Page Down goes to the next list.</source>
        <translation>ما تنجزه عامل المهام تلقائيًا. Ctrl+Page Down ينتقل إلى القائمة التالية.</translation>
    </message>
</context>
<context>
    <name>JourneysPage</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="26" />
        <source>Journeys</source>
        <translation>المسارات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="28" />
        <source>Journey</source>
        <translation>المسار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="29" />
        <source>Way</source>
        <translation>الطريق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="30" />
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="41" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="33" />
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="61" />
        <source>New journey</source>
        <translation>مسار جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="35" />
        <source>One number for several services; finishing one opens the next by itself.</source>
        <translation>رقم واحد لعدة خدمات؛ إنهاء خدمة يفتح التالية تلقائيًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="37" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="39" />
        <source>Service {n}</source>
        <translation>الخدمة {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="40" />
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="45" />
        <source>in use</source>
        <translation>قيد الاستخدام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="40" />
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="45" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="71" />
        <source>Choose the services without a gap between them.</source>
        <translation>اختر الخدمات من دون فراغ بينها.</translation>
    </message>
</context>
<context>
    <name>LabelsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/safety/labels.py" line="36" />
        <location filename="../../hms_desktop/screens/safety/labels.py" line="58" />
        <source>Label cautions</source>
        <translation>تنبيهات الملصقات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/labels.py" line="37" />
        <source>What labels and leaflets warn of, in the patient's language.</source>
        <translation>ما تنبّه إليه الملصقات والنشرات، بلغة المريض.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/labels.py" line="47" />
        <source>For</source>
        <translation>لأجل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/labels.py" line="48" />
        <source>Caution</source>
        <translation>التنبيه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/labels.py" line="50" />
        <source>Labels</source>
        <translation>الملصقات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/labels.py" line="51" />
        <source>printed</source>
        <translation>يُطبع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/labels.py" line="51" />
        <source>left out</source>
        <translation>محذوف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/labels.py" line="60" />
        <source>No label warns of anything yet. Ctrl+N puts a caution on a class's labels.</source>
        <translation>لا ملصق ينبّه إلى شيء بعد. Ctrl+N يضع تنبيهًا على ملصقات فئة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/labels.py" line="62" />
        <source>For a class…</source>
        <translation>لفئة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/labels.py" line="64" />
        <source>Take out</source>
        <translation>إخراج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/labels.py" line="74" />
        <source>Pick or scan a medicine to read what its label says.</source>
        <translation>اختر دواءً أو امسحه لقراءة ما يقوله ملصقه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/labels.py" line="76" />
        <source>Language of the label</source>
        <translation>لغة الملصق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/labels.py" line="79" />
        <source>For this medicine…</source>
        <translation>لهذا الدواء…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/labels.py" line="126" />
        <source>Its label warns of nothing.</source>
        <translation>ملصقه لا ينبّه إلى شيء.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/labels.py" line="142" />
        <source>{what} was taken out.</source>
        <translation>أُخرج {what}.</translation>
    </message>
</context>
<context>
    <name>LevelsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/safety/levels.py" line="23" />
        <source>Warnings</source>
        <translation>تحذيرات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/levels.py" line="25" />
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/levels.py" line="27" />
        <location filename="../../hms_desktop/screens/safety/levels.py" line="53" />
        <source>Shown as</source>
        <translation>يظهر كـ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/levels.py" line="32" />
        <source>Shown</source>
        <translation>ظهر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/levels.py" line="34" />
        <source>Overridden</source>
        <translation>تُجووز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/levels.py" line="40" />
        <source>Share (%)</source>
        <translation>النسبة (%)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/levels.py" line="42" />
        <source>Here</source>
        <translation>هنا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/levels.py" line="43" />
        <source>as usual</source>
        <translation>كالمعتاد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/levels.py" line="51" />
        <source>A warning that is nearly always overridden teaches people to look away.</source>
        <translation>التحذير الذي يُتجاوز دائمًا تقريبًا يعلّم الناس ألا ينظروا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/levels.py" line="54" />
        <source>Why here</source>
        <translation>لماذا هنا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/levels.py" line="56" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/levels.py" line="75" />
        <source>Allergies and contraindications are never hidden; show them as a warning at least.</source>
        <translation>لا تُخفى الحساسيات وموانع الاستعمال أبدًا؛ أظهرها تحذيرًا على الأقل.</translation>
    </message>
</context>
<context>
    <name>LikelyOne</name>
    <message>
        <location filename="../../hms_desktop/screens/patients/alike.py" line="35" />
        <source>Restricted record</source>
        <translation>سجل مقيّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/alike.py" line="37" />
        <source>very likely</source>
        <translation>مرجّح جدًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/alike.py" line="37" />
        <source>possible</source>
        <translation>محتمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/alike.py" line="53" />
        <source>Enter opens this one instead</source>
        <translation>مفتاح Enter يفتح هذا بدلًا منه</translation>
    </message>
</context>
<context>
    <name>LimitsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/limits.py" line="38" />
        <location filename="../../hms_desktop/screens/purchasing/limits.py" line="73" />
        <source>Purchasing rules</source>
        <translation>قواعد الشراء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/limits.py" line="40" />
        <source>Duty</source>
        <translation>المهمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/limits.py" line="41" />
        <source>Approves up to</source>
        <translation>يعتمد حتى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/limits.py" line="42" />
        <source>Own orders up to</source>
        <translation>طلباته حتى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/limits.py" line="46" />
        <source>Who approves orders and accepted differences, and what is taken in.</source>
        <translation>من يعتمد الطلبات والفروق المقبولة، وما الذي يُستلم.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/limits.py" line="47" />
        <source>Approves up to (empty: any amount)</source>
        <translation>يعتمد حتى (فارغ: أي مبلغ)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/limits.py" line="48" />
        <source>Approves own orders up to</source>
        <translation>يعتمد طلباته حتى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/limits.py" line="49" />
        <source>All: takes more than ordered, %</source>
        <translation>الجميع: يستلم أكثر مما طُلب، %</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/limits.py" line="50" />
        <source>All: invoice price above the order's, %</source>
        <translation>الجميع: سعر الفاتورة فوق سعر الطلب، %</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/limits.py" line="51" />
        <source>All: least life on arrival, days</source>
        <translation>الجميع: أقل عمر عند الوصول، بالأيام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/limits.py" line="55" />
        <source>any amount</source>
        <translation>أي مبلغ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/limits.py" line="80" />
        <source>Type an amount with two decimals.</source>
        <translation>اكتب مبلغًا بمنزلتين عشريتين.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/limits.py" line="84" />
        <source>Type a percentage from 0 to 100.</source>
        <translation>اكتب نسبة من 0 إلى 100.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/limits.py" line="22" />
        <source>Limits</source>
        <translation>الحدود</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/limits.py" line="24" />
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/limits.py" line="25" />
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/limits.py" line="26" />
        <source>Critical</source>
        <translation>حرج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/limits.py" line="27" />
        <source>For (min)</source>
        <translation>المدة (دقيقة)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/limits.py" line="28" />
        <location filename="../../hms_desktop/screens/operations/limits.py" line="36" />
        <source>Watched</source>
        <translation>مراقَب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/limits.py" line="32" />
        <source>A field that is left empty has no such limit.</source>
        <translation>الحقل المتروك فارغًا لا حدّ له.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/limits.py" line="33" />
        <source>Warning from</source>
        <translation>تحذير ابتداءً من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/limits.py" line="34" />
        <source>Critical from</source>
        <translation>حرج ابتداءً من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/limits.py" line="35" />
        <source>For so many minutes</source>
        <translation>طوال هذا العدد من الدقائق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/limits.py" line="36" />
        <source>Raise alerts</source>
        <translation>إصدار التنبيهات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/limits.py" line="57" />
        <source>Type a number, or nothing.</source>
        <translation>اكتب عددًا أو اترك الحقل فارغًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/limits.py" line="59" />
        <source>Type a whole number of minutes.</source>
        <translation>اكتب عددًا صحيحًا من الدقائق.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/limits.py" line="76" />
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/limits.py" line="76" />
        <source>no</source>
        <translation>لا</translation>
    </message>
</context>
<context>
    <name>LineCard</name>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/sheet.py" line="38" />
        <source>The chosen line</source>
        <translation>السطر المختار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/sheet.py" line="65" />
        <source>In {store}: {units}</source>
        <translation>في {store}: {units}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/sheet.py" line="67" />
        <source>Instead: {medicine}, {units} here</source>
        <translation>بدلًا منه: {medicine}، {units} هنا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/sheet.py" line="68" />
        <source>Instead: {medicine}, {units} in {store}</source>
        <translation>بدلًا منه: {medicine}، {units} في {store}</translation>
    </message>
</context>
<context>
    <name>LineDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_lines.py" line="108" />
        <source>Change the line</source>
        <translation>تغيير السطر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_lines.py" line="108" />
        <source>Add a medicine</source>
        <translation>إضافة دواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_lines.py" line="109" />
        <source>Take over</source>
        <translation>تولّي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_lines.py" line="125" />
        <source>Pack</source>
        <translation>العبوة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_lines.py" line="126" />
        <source>Packs</source>
        <translation>العبوات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_lines.py" line="127" />
        <source>Price of a pack</source>
        <translation>سعر العبوة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_lines.py" line="143" />
        <source>Nothing is chosen yet.</source>
        <translation>لم يُختر شيء بعد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_lines.py" line="172" />
        <source>loose, by {unit}</source>
        <translation>سائبة، بوحدة {unit}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_lines.py" line="188" />
        <source>{units} {unit} at {price} each, together {amount}</source>
        <translation>{units} {unit} بسعر {price} للواحدة، المجموع {amount}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_lines.py" line="201" />
        <source>Choose a medicine first.</source>
        <translation>اختر دواءً أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_lines.py" line="203" />
        <source>Type how many packs, as a whole number.</source>
        <translation>اكتب كم عبوة، عددًا صحيحًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_lines.py" line="205" />
        <source>Type a price with at most four decimals.</source>
        <translation>اكتب سعرًا بأربع منازل عشرية على الأكثر.</translation>
    </message>
</context>
<context>
    <name>LineForm</name>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="91" />
        <source>No line chosen</source>
        <translation>لم يُختر سطر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="157" />
        <source>Write a taper as dose x days, for example 8x5 6x5 4x5.</source>
        <translation>اكتب التدرّج جرعة x أيام، مثل 8x5 6x5 4x5.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="175" />
        <source>Write an amount such as 1, 0.5 or 1/2.</source>
        <translation>اكتب مقدارًا مثل 1 أو 0.5 أو 1/2.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="182" />
        <source>Write a whole number.</source>
        <translation>اكتب عددًا صحيحًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="193" />
        <source>Type a line; its fields are corrected here.</source>
        <translation>اكتب سطرًا؛ تُصحّح حقوله هنا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="197" />
        <source>The quantity is missing: say the days, the most of a day, or the quantity.</source>
        <translation>الكمية ناقصة: اذكر الأيام أو أقصى اليوم أو الكمية.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="198" />
        <source>The dose must be more than nothing and within the most of a day.</source>
        <translation>يجب أن تكون الجرعة أكبر من لا شيء وضمن أقصى اليوم.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="199" />
        <source>The days must be 1 to 366.</source>
        <translation>الأيام من 1 إلى 366.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/line_form.py" line="200" />
        <source>At most 99 refills.</source>
        <translation>99 إعادة صرف على الأكثر.</translation>
    </message>
</context>
<context>
    <name>LinesField</name>
    <message>
        <location filename="../../hms_desktop/widgets/lines_field.py" line="172" />
        <source>Remove this line</source>
        <translation>إزالة هذا السطر</translation>
    </message>
</context>
<context>
    <name>ListFile</name>
    <message>
        <location filename="../../hms_desktop/widgets/list_file.py" line="31" />
        <source>Save list…</source>
        <translation>حفظ القائمة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/list_file.py" line="42" />
        <source>Saving the list…</source>
        <translation>جارٍ حفظ القائمة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/list_file.py" line="44" />
        <source>Saved in {file}; rows: {rows}.</source>
        <translation>حُفظت في {file}؛ عدد الصفوف: {rows}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/list_file.py" line="47" />
        <location filename="../../hms_desktop/widgets/list_file.py" line="49" />
        <source>Save list</source>
        <translation>حفظ القائمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/list_file.py" line="51" />
        <source>Workbook (*.xlsx)</source>
        <translation>مصنف (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/list_file.py" line="51" />
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>ListsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/safety/lists.py" line="21" />
        <location filename="../../hms_desktop/screens/safety/lists.py" line="38" />
        <source>Lists of interactions</source>
        <translation>قوائم التداخلات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/lists.py" line="22" />
        <source>IT brings a list in: hms-admin import interactions. The newest release is asked.</source>
        <translation>تجلب تقنية المعلومات القائمة: hms-admin import interactions. يُسأل أحدث إصدار.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/lists.py" line="25" />
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/lists.py" line="26" />
        <source>Release</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/lists.py" line="27" />
        <source>Pairs</source>
        <translation>الأزواج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/lists.py" line="28" />
        <source>Brought in by</source>
        <translation>جلبها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/lists.py" line="30" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/lists.py" line="31" />
        <source>asked</source>
        <translation>تُسأل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/lists.py" line="31" />
        <source>to be read</source>
        <translation>للقراءة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/lists.py" line="40" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/lists.py" line="41" />
        <source>Ask this release</source>
        <translation>اسأل هذا الإصدار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/lists.py" line="47" />
        <source>Substance</source>
        <translation>المادة الفعالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/lists.py" line="49" />
        <source>Substances that no list knows</source>
        <translation>مواد لا تعرفها أي قائمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/lists.py" line="53" />
        <source>Of these nothing is ever warned</source>
        <translation>لا تحذير عنها أبدًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/lists.py" line="62" />
        <source>No list was brought in yet; no interaction is warned of.</source>
        <translation>لم تُجلب قائمة بعد؛ لا تحذير من تداخل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/lists.py" line="65" />
        <source>Every substance of the catalogue is known.</source>
        <translation>كل مادة في الدليل معروفة.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/safety/lists.py" line="68" />
        <source>%n substance(s) of the catalogue are in no list that is asked; a synonym may help.</source>
        <translation>
            <numerusform>%n مواد في الدليل ليست في قائمة تُسأل؛ قد يفيد مرادف.</numerusform>
            <numerusform>%n مواد في الدليل ليست في قائمة تُسأل؛ قد يفيد مرادف.</numerusform>
            <numerusform>%n مواد في الدليل ليست في قائمة تُسأل؛ قد يفيد مرادف.</numerusform>
            <numerusform>%n مواد في الدليل ليست في قائمة تُسأل؛ قد يفيد مرادف.</numerusform>
            <numerusform>%n مواد في الدليل ليست في قائمة تُسأل؛ قد يفيد مرادف.</numerusform>
            <numerusform>%n مواد في الدليل ليست في قائمة تُسأل؛ قد يفيد مرادف.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/lists.py" line="82" />
        <source>{source} {release} is asked from now on.</source>
        <translation>يُسأل {source} {release} من الآن.</translation>
    </message>
</context>
<context>
    <name>Locked</name>
    <message>
        <location filename="../../hms_desktop/app/lock.py" line="72" />
        <source>Locked</source>
        <translation>مقفل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/lock.py" line="72" />
        <source>Nothing was closed; what was typed is kept for {name}.</source>
        <translation>لم يُغلق شيء؛ ما كُتب محفوظ لـ {name}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/lock.py" line="79" />
        <source>This computer's own session signs you in: lock the computer itself when you leave it.</source>
        <translation>جلسة هذا الحاسوب هي التي تسجّل دخولك: اقفل الحاسوب نفسه عند مغادرته.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/lock.py" line="82" />
        <source>Password of {login}</source>
        <translation>كلمة مرور {login}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/lock.py" line="84" />
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/lock.py" line="90" />
        <source>Somebody else: sign out, drop what was not saved</source>
        <translation>شخص آخر: تسجيل الخروج وترك ما لم يُحفظ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/lock.py" line="107" />
        <source>Five wrong passwords in a minute; wait {seconds} seconds and try again.</source>
        <translation>خمس كلمات مرور خاطئة في دقيقة؛ انتظر {seconds} ثانية ثم حاول مجددًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/lock.py" line="110" />
        <source>Checking the password…</source>
        <translation>جارٍ التحقق من كلمة المرور…</translation>
    </message>
</context>
<context>
    <name>MedicineDetails</name>
    <message>
        <location filename="../../hms_desktop/screens/medicines/card.py" line="30" />
        <source>Medicine</source>
        <translation>الدواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/card.py" line="49" />
        <source>Edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/card.py" line="57" />
        <source>No medicine chosen</source>
        <translation>لم يُختر دواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/card.py" line="79" />
        <source>Not to be mistaken for</source>
        <translation>لا يُخلط مع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/card.py" line="81" />
        <source>Substances</source>
        <translation>المواد الفعالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/card.py" line="83" />
        <source>ATC class</source>
        <translation>فئة ATC</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/card.py" line="85" />
        <source>Defined daily dose</source>
        <translation>الجرعة اليومية المحددة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/card.py" line="87" />
        <source>Brands and other names</source>
        <translation>الأسماء التجارية وغيرها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/card.py" line="88" />
        <source>Counted in</source>
        <translation>يُعدّ بوحدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/card.py" line="90" />
        <source>Price</source>
        <translation>السعر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/card.py" line="92" />
        <source>Storage</source>
        <translation>التخزين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/card.py" line="94" />
        <source>Packs</source>
        <translation>العبوات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/card.py" line="96" />
        <source>On the formulary of</source>
        <translation>في دليل أدوية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/card.py" line="100" />
        <source>high alert</source>
        <translation>شديد الخطورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/card.py" line="101" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
</context>
<context>
    <name>MedicineEditor</name>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="57" />
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="63" />
        <source>Name (international, without the strength)</source>
        <translation>الاسم (الدولي، بلا التركيز)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="64" />
        <source>Strength</source>
        <translation>التركيز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="66" />
        <source>Form</source>
        <translation>الشكل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="66" />
        <source>tablet</source>
        <translation>قرص</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="67" />
        <source>Route</source>
        <translation>طريقة الإعطاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="67" />
        <source>oral</source>
        <translation>فموي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="68" />
        <source>Counted in (base unit)</source>
        <translation>يُعدّ بوحدة (الأساسية)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="68" />
        <source>tablet, ml</source>
        <translation>قرص، مل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="72" />
        <source>Price of one base unit</source>
        <translation>سعر الوحدة الأساسية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="73" />
        <source>ATC code</source>
        <translation>رمز ATC</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="74" />
        <source>Controlled</source>
        <translation>خاضع للرقابة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="75" />
        <source>Storage</source>
        <translation>التخزين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="75" />
        <source>below 25 °C, dry</source>
        <translation>دون 25 °م، جاف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="76" />
        <source>Mistaken for (names, commas between)</source>
        <translation>يُخلط مع (أسماء بينها فواصل)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="77" />
        <source>Brands and other names (commas between)</source>
        <translation>الأسماء التجارية وغيرها (بينها فواصل)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="78" />
        <source>Substances</source>
        <translation>المواد الفعالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="79" />
        <source>Packs</source>
        <translation>العبوات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="80" />
        <source>Formulary: departments that order it freely</source>
        <translation>دليل الأدوية: الأقسام التي تطلبه بحرية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="81" />
        <source>High alert</source>
        <translation>شديد الخطورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="81" />
        <source>a mistake does great harm</source>
        <translation>الخطأ فيه ضرره كبير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="82" />
        <source>In use</source>
        <translation>قيد الاستخدام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="82" />
        <source>can be ordered and dispensed</source>
        <translation>يمكن طلبه وصرفه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="135" />
        <source>Spelt nearly the same: {names}. Name them above if they are mistaken for each other.</source>
        <translation>يُكتب كتابة قريبة: {names}. اذكرها أعلاه إن كانت تُخلط معًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/editor.py" line="139" />
        <source>New medicine</source>
        <translation>دواء جديد</translation>
    </message>
</context>
<context>
    <name>MedicinePicker</name>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="302" />
        <source>Medicine</source>
        <translation>الدواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="305" />
        <source>Route</source>
        <translation>طريقة الإعطاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="308" />
        <source>Counted in</source>
        <translation>يُعدّ بوحدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="311" />
        <source>Found by</source>
        <translation>وُجد بـ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="319" />
        <source>Take care</source>
        <translation>انتبه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="326" />
        <source>Medicines found</source>
        <translation>الأدوية التي وُجدت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="337" />
        <source>Type to find a medicine.</source>
        <translation>اكتب للبحث عن دواء.</translation>
    </message>
</context>
<context>
    <name>MedicinesPage</name>
    <message>
        <location filename="../../hms_desktop/screens/medicines/page.py" line="48" />
        <location filename="../../hms_desktop/screens/medicines/page.py" line="278" />
        <source>Medicines</source>
        <translation>الأدوية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/page.py" line="53" />
        <source>Closed ones too</source>
        <translation>المغلقة أيضًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/page.py" line="56" />
        <location filename="../../hms_desktop/screens/medicines/page.py" line="267" />
        <source>New medicine</source>
        <translation>دواء جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/page.py" line="67" />
        <source>Found by</source>
        <translation>وُجد بـ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/page.py" line="71" />
        <source>Medicines found</source>
        <translation>الأدوية التي وُجدت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/page.py" line="72" />
        <source>Nothing found. Try the substance, the brand or the first letters.</source>
        <translation>لم يوجد شيء. جرّب المادة أو الاسم التجاري أو الأحرف الأولى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/page.py" line="73" />
        <source>All medicines by name</source>
        <translation>كل الأدوية بالاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/page.py" line="74" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/page.py" line="97" />
        <source>Medicine</source>
        <translation>الدواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/page.py" line="98" />
        <source>Route</source>
        <translation>طريقة الإعطاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/page.py" line="99" />
        <source>ATC</source>
        <translation>ATC</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/page.py" line="101" />
        <source>Price of a unit</source>
        <translation>سعر الوحدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/page.py" line="108" />
        <source>Take care</source>
        <translation>انتبه</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/medicines/page.py" line="180" />
        <source>%n found</source>
        <translation>
            <numerusform>وُجد %n</numerusform>
            <numerusform>وُجد %n</numerusform>
            <numerusform>وُجد %n</numerusform>
            <numerusform>وُجد %n</numerusform>
            <numerusform>وُجد %n</numerusform>
            <numerusform>وُجد %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/page.py" line="180" />
        <source>the first 100; type on</source>
        <translation>أول 100؛ تابع الكتابة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/page.py" line="190" />
        <source>The catalogue is empty. Ctrl+N makes the first medicine; IT can import a list.</source>
        <translation>الدليل فارغ. Ctrl+N ينشئ أول دواء؛ ويمكن لتقنية المعلومات استيراد قائمة.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/medicines/page.py" line="201" />
        <source>%n medicines by name</source>
        <translation>
            <numerusform>%n أدوية بالاسم</numerusform>
            <numerusform>%n أدوية بالاسم</numerusform>
            <numerusform>%n أدوية بالاسم</numerusform>
            <numerusform>%n أدوية بالاسم</numerusform>
            <numerusform>%n أدوية بالاسم</numerusform>
            <numerusform>%n أدوية بالاسم</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/page.py" line="225" />
        <source>No pack has the number {gtin}; add it to its medicine.</source>
        <translation>لا عبوة بالرقم {gtin}؛ أضفها إلى دوائها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/page.py" line="267" />
        <source>Edit a medicine</source>
        <translation>تعديل دواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/page.py" line="268" />
        <source>Ctrl+Return saves; Esc steps back and loses nothing</source>
        <translation>Ctrl+Return يحفظ؛ Esc يرجع خطوة ولا يضيع شيء</translation>
    </message>
</context>
<context>
    <name>MergingPage</name>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="40" />
        <source>Duplicates</source>
        <translation>المكررات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="45" />
        <source>Merged records</source>
        <translation>السجلات المدمجة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="48" />
        <source>Not the same person</source>
        <translation>ليسا الشخص نفسه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="50" />
        <source>Open restricted…</source>
        <translation>فتح السجل المقيّد…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="52" />
        <source>Undo this merge</source>
        <translation>التراجع عن هذا الدمج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="54" />
        <source>Merge</source>
        <translation>دمج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="63" />
        <source>One record</source>
        <translation>السجل الأول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="64" />
        <source>The other</source>
        <translation>السجل الآخر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="66" />
        <source>Likeness</source>
        <translation>درجة التشابه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="72" />
        <source>Pairs that may be one person</source>
        <translation>أزواج قد تكون لشخص واحد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="76" />
        <source>No pair is waiting. New registrations are compared by hms-admin duplicates scan.</source>
        <translation>لا أزواج في الانتظار. تُقارن التسجيلات الجديدة بالأمر hms-admin duplicates scan.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="80" />
        <source>Stands</source>
        <translation>الباقي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="81" />
        <source>Merged</source>
        <translation>المدموج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="82" />
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="83" />
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="87" />
        <source>Merges that can be undone</source>
        <translation>عمليات دمج يمكن التراجع عنها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="90" />
        <source>Nothing was merged yet.</source>
        <translation>لم يُدمج شيء بعد.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/merging/page.py" line="110" />
        <source>%n pair(s) to decide</source>
        <translation>
            <numerusform>أزواج بانتظار القرار: %n</numerusform>
            <numerusform>أزواج بانتظار القرار: %n</numerusform>
            <numerusform>أزواج بانتظار القرار: %n</numerusform>
            <numerusform>أزواج بانتظار القرار: %n</numerusform>
            <numerusform>أزواج بانتظار القرار: %n</numerusform>
            <numerusform>أزواج بانتظار القرار: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/merging/page.py" line="111" />
        <source>%n record(s) not compared yet</source>
        <translation>
            <numerusform>سجلات لم تُقارن بعد: %n</numerusform>
            <numerusform>سجلات لم تُقارن بعد: %n</numerusform>
            <numerusform>سجلات لم تُقارن بعد: %n</numerusform>
            <numerusform>سجلات لم تُقارن بعد: %n</numerusform>
            <numerusform>سجلات لم تُقارن بعد: %n</numerusform>
            <numerusform>سجلات لم تُقارن بعد: %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="138" />
        <source>Choose a pair on the left to see both records.</source>
        <translation>اختر زوجًا من القائمة الجانبية لعرض السجلين.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="145" />
        <source>A restricted record is opened with a reason before it can be compared.</source>
        <translation>يُفتح السجل المقيّد مع ذكر السبب قبل أن تمكن مقارنته.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="155" />
        <source>Arrow keys choose a pair, Tab goes to its fields; Ctrl+Enter merges, Ctrl+T keeps two.</source>
        <translation>الأسهم لاختيار الزوج، وTab للانتقال إلى حقوله؛ Ctrl+Enter للدمج، وCtrl+T للإبقاء على السجلين.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="157" />
        <source>What was written since a merge stays with the record that stands when it is undone.</source>
        <translation>عند التراجع عن الدمج يبقى ما كُتب بعده في السجل الباقي.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="172" />
        <source>Merging…</source>
        <translation>جارٍ الدمج…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="181" />
        <source>{gone} is merged into {kept}.</source>
        <translation>دُمج {gone} في {kept}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="195" />
        <source>These stay two people and are not offered again.</source>
        <translation>يبقيان مريضين مختلفين ولن يُعرضا مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="213" />
        <source>The merge is undone; these are two records again.</source>
        <translation>تم التراجع عن الدمج؛ عادا سجلين منفصلين.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="227" />
        <source>Open a restricted record</source>
        <translation>فتح سجل مقيّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="228" />
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="230" />
        <source>It opens for you for 15 minutes; who opened it, when and why is kept.</source>
        <translation>يُفتح لك مدة 15 دقيقة؛ ويُحفظ من فتحه ومتى ولماذا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="233" />
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <location filename="../../hms_desktop/widgets/message_bar.py" line="72" />
        <location filename="../../hms_desktop/widgets/message_bar.py" line="94" />
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/message_bar.py" line="75" />
        <source>Put this message away</source>
        <translation>إخفاء هذه الرسالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/message_bar.py" line="148" />
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/message_bar.py" line="149" />
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/message_bar.py" line="150" />
        <source>Not done</source>
        <translation>لم يتم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/message_bar.py" line="151" />
        <source>Stopped</source>
        <translation>توقف</translation>
    </message>
</context>
<context>
    <name>MessageRulesPage</name>
    <message>
        <location filename="../../hms_desktop/screens/jobs/message_rules.py" line="20" />
        <location filename="../../hms_desktop/screens/jobs/message_rules.py" line="48" />
        <source>Rules of messages</source>
        <translation>قواعد الرسائل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/message_rules.py" line="21" />
        <source>Whether patients are reminded at all stands with the rules of booking.</source>
        <translation>أما هل يُذكَّر المرضى أصلًا فتحدده قواعد الحجز.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/message_rules.py" line="22" />
        <source>empty: none</source>
        <translation>فارغ: لا شيء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/message_rules.py" line="23" />
        <source>No messages to patients from</source>
        <translation>لا رسائل إلى المرضى من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/message_rules.py" line="24" />
        <source>until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/message_rules.py" line="25" />
        <source>Messages a minute at most</source>
        <translation>أقصى عدد من الرسائل في الدقيقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/message_rules.py" line="28" />
        <source>Notices go to these e-mail addresses</source>
        <translation>تُرسل الإشعارات إلى عناوين البريد الإلكتروني هذه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/message_rules.py" line="52" />
        <source>Type both times, or none.</source>
        <translation>اكتب الوقتين معًا أو لا شيء.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/message_rules.py" line="55" />
        <source>Type a time of day as in 21:00.</source>
        <translation>اكتب وقتًا من اليوم مثل 21:00.</translation>
    </message>
</context>
<context>
    <name>MessagesPage</name>
    <message>
        <location filename="../../hms_desktop/screens/displays/messages.py" line="27" />
        <location filename="../../hms_desktop/screens/jobs/messages.py" line="25" />
        <location filename="../../hms_desktop/screens/jobs/messages.py" line="39" />
        <source>Messages</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/messages.py" line="29" />
        <location filename="../../hms_desktop/screens/displays/messages.py" line="42" />
        <location filename="../../hms_desktop/screens/jobs/messages.py" line="29" />
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/messages.py" line="30" />
        <source>On</source>
        <translation>على</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/messages.py" line="31" />
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/messages.py" line="34" />
        <location filename="../../hms_desktop/screens/displays/messages.py" line="72" />
        <source>New message</source>
        <translation>رسالة جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/messages.py" line="37" />
        <source>What the screens say at their lower edge; several messages take turns.</source>
        <translation>ما تقوله الشاشات في حافتها السفلى؛ تتناوب الرسائل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/messages.py" line="40" />
        <source>for example 8-12</source>
        <translation>مثلًا 8-12</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/messages.py" line="41" />
        <source>in use</source>
        <translation>مستخدم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/messages.py" line="41" />
        <location filename="../../hms_desktop/screens/displays/messages.py" line="105" />
        <source>withdrawn</source>
        <translation>مسحوبة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/messages.py" line="43" />
        <source>Screens (none ticked: every screen)</source>
        <translation>الشاشات (بلا اختيار: كل الشاشات)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/messages.py" line="44" />
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/messages.py" line="45" />
        <source>To and with</source>
        <translation>إلى ضمنًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/messages.py" line="46" />
        <source>Hours</source>
        <translation>الساعات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/messages.py" line="47" />
        <source>Place in the order</source>
        <translation>الموضع في الترتيب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/messages.py" line="48" />
        <location filename="../../hms_desktop/screens/jobs/messages.py" line="31" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/messages.py" line="81" />
        <source>Type hours as in 8-12 or 08:00-12:00, or nothing.</source>
        <translation>اكتب الساعات مثل 8-12 أو 08:00-12:00 أو لا شيء.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/messages.py" line="101" />
        <source>every screen</source>
        <translation>كل الشاشات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/messages.py" line="107" />
        <source>always</source>
        <translation>دائمًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/messages.py" line="30" />
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/messages.py" line="32" />
        <source>Due</source>
        <translation>الموعد المحدد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/messages.py" line="33" />
        <source>Sent or settled</source>
        <translation>أُرسلت أو سُوّيت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/messages.py" line="34" />
        <source>Attempts</source>
        <translation>المحاولات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/messages.py" line="35" />
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/messages.py" line="41" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/messages.py" line="44" />
        <source>It arrived</source>
        <translation>وصلت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/messages.py" line="45" />
        <source>Send again</source>
        <translation>إعادة الإرسال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/messages.py" line="46" />
        <source>Let it be</source>
        <translation>ترك الرسالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/messages.py" line="58" />
        <source>No message was written yet.</source>
        <translation>لم تُكتب أي رسالة بعد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/messages.py" line="67" />
        <source>Last 24 hours: {sent} sent, {failed} not sent  ·  waiting: {due}  ·  in doubt: {unknown}</source>
        <translation>آخر 24 ساعة: أُرسل {sent}، لم يُرسل {failed}  ·  في الانتظار: {due}  ·  مشكوك فيه: {unknown}</translation>
    </message>
</context>
<context>
    <name>MixingPage</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="21" />
        <source>as one line, by class and arrival</source>
        <translation>كطابور واحد، حسب الفئة ووقت الوصول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="22" />
        <source>in this order, the first line first</source>
        <translation>بهذا الترتيب، الطابور الأول أولًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="23" />
        <source>by shares</source>
        <translation>حسب الحصص</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="24" />
        <source>where somebody has waited longest</source>
        <translation>حيث الانتظار الأطول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="28" />
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="58" />
        <source>Mixed lines</source>
        <translation>الطوابير المختلطة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="30" />
        <source>Room or counter</source>
        <translation>الغرفة أو الشباك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="31" />
        <source>Takes</source>
        <translation>طريقة الأخذ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="32" />
        <source>Services</source>
        <translation>الخدمات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="36" />
        <source>How a room that serves several services takes from their lines.</source>
        <translation>كيف تأخذ الغرفة التي تخدم عدة خدمات من طوابيرها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="37" />
        <source>{words} · share {n}</source>
        <translation>{words} · الحصة {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="38" />
        <source>Takes from the lines</source>
        <translation>الأخذ من الطوابير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="39" />
        <source>Order and shares (Alt and arrows move, + and − change)</source>
        <translation>الترتيب والحصص (Alt مع الأسهم للنقل، و+ و− للتغيير)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="40" />
        <source>In order: calls in a row that may pass who waited long</source>
        <translation>بالترتيب: نداءات متتالية قد تسبق من طال انتظاره</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="42" />
        <source>No room serves more than one service.</source>
        <translation>لا توجد غرفة تخدم أكثر من خدمة.</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="138" />
        <location filename="../../hms_desktop/screens/queue/panel.py" line="145" />
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="141" />
        <source>Call next</source>
        <translation>نداء التالي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="154" />
        <source>Nobody waits</source>
        <translation>لا أحد ينتظر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="155" />
        <source>New tickets appear here by themselves.</source>
        <translation>تظهر التذاكر الجديدة هنا تلقائيًا.</translation>
    </message>
</context>
<context>
    <name>OfClinicPage</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="137" />
        <source>Nothing here yet. Ctrl+N begins an entry of the clinic chosen above.</source>
        <translation>لا شيء هنا بعد. اضغط Ctrl+N لبدء إدخال للعيادة المختارة أعلاه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="140" />
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="143" />
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="163" />
        <source>{n} appointments to come have lost their time; Appointments, Ctrl+5 lists them.</source>
        <translation>{n} مواعيد قادمة فقدت وقتها؛ المواعيد، Ctrl+5 يعرضها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="176" />
        <source>Removed.</source>
        <translation>تمت الإزالة.</translation>
    </message>
</context>
<context>
    <name>OpenJobsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/jobs/open_jobs.py" line="27" />
        <location filename="../../hms_desktop/screens/jobs/open_jobs.py" line="42" />
        <source>Open jobs</source>
        <translation>المهام المفتوحة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/open_jobs.py" line="33" />
        <source>Work</source>
        <translation>العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/open_jobs.py" line="34" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/open_jobs.py" line="35" />
        <source>Attempts</source>
        <translation>المحاولات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/open_jobs.py" line="36" />
        <source>Began</source>
        <translation>البداية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/open_jobs.py" line="37" />
        <source>Again at</source>
        <translation>الإعادة في</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/open_jobs.py" line="38" />
        <source>What went wrong</source>
        <translation>ما الخطأ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/open_jobs.py" line="44" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/open_jobs.py" line="47" />
        <source>Cancel job</source>
        <translation>إلغاء المهمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/open_jobs.py" line="49" />
        <source>Repeat now</source>
        <translation>الإعادة الآن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/open_jobs.py" line="61" />
        <source>Nothing is under way, nothing waits, and nothing has failed.</source>
        <translation>لا شيء قيد التنفيذ، ولا شيء ينتظر، ولم يفشل شيء.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/jobs/open_jobs.py" line="82" />
        <source>%n worker(s) at work: {names}</source>
        <translation>
            <numerusform>خدمات المهام العاملة (%n): {names}</numerusform>
            <numerusform>خدمات المهام العاملة (%n): {names}</numerusform>
            <numerusform>خدمات المهام العاملة (%n): {names}</numerusform>
            <numerusform>خدمات المهام العاملة (%n): {names}</numerusform>
            <numerusform>خدمات المهام العاملة (%n): {names}</numerusform>
            <numerusform>خدمات المهام العاملة (%n): {names}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/open_jobs.py" line="84" />
        <source>No worker is at work; the last one fell silent at {at}. Ask IT to look at it.</source>
        <translation>لا تعمل أي خدمة مهام؛ سكتت آخر واحدة في {at}. اطلب من قسم تقنية المعلومات النظر في الأمر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/open_jobs.py" line="88" />
        <source>No worker is at work, so nothing goes on by itself. IT starts hms-admin worker.</source>
        <translation>لا تعمل أي خدمة مهام، فلا يجري شيء تلقائيًا. يشغّل قسم تقنية المعلومات hms-admin worker.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/open_jobs.py" line="102" />
        <source>{work} is tried again now.</source>
        <translation>تُعاد محاولة {work} الآن.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/open_jobs.py" line="110" />
        <source>{work} was taken out of the queue.</source>
        <translation>أُزيلت من قائمة المهام: {work}.</translation>
    </message>
</context>
<context>
    <name>OpeningsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/trail/openings.py" line="27" />
        <source>Restricted records</source>
        <translation>السجلات المقيّدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/openings.py" line="28" />
        <source>Each opening of a restricted record, with the reason that was given.</source>
        <translation>كل فتح لسجل مقيّد، مع السبب المذكور.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/openings.py" line="30" />
        <source>last 7 days</source>
        <translation>آخر 7 أيام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/openings.py" line="30" />
        <source>last 31 days</source>
        <translation>آخر 31 يومًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/openings.py" line="30" />
        <source>last 366 days</source>
        <translation>آخر 366 يومًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/openings.py" line="32" />
        <source>Which days</source>
        <translation>أي أيام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/openings.py" line="36" />
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/openings.py" line="37" />
        <source>Until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/openings.py" line="38" />
        <source>Who</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/openings.py" line="39" />
        <source>Record number</source>
        <translation>رقم الملف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/openings.py" line="40" />
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/openings.py" line="44" />
        <source>Openings of restricted records</source>
        <translation>مرات فتح السجلات المقيّدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/openings.py" line="46" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/openings.py" line="59" />
        <source>Nobody opened a restricted record on these days.</source>
        <translation>لم يفتح أحد سجلًا مقيّدًا في هذه الأيام.</translation>
    </message>
</context>
<context>
    <name>OrderCard</name>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="49" />
        <source>Supplier</source>
        <translation>المورّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="50" />
        <source>Deliver to</source>
        <translation>التسليم إلى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="51" />
        <source>Wanted on (empty: as promised)</source>
        <translation>مطلوب في (فارغ: كما وُعد)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="52" />
        <source>Note to the supplier</source>
        <translation>ملاحظة للمورّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="54" />
        <source>Lines of the order</source>
        <translation>سطور الطلب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="59" />
        <source>Add medicine…</source>
        <translation>إضافة دواء…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="60" />
        <source>Remove line</source>
        <translation>إزالة السطر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="61" />
        <source>Save as file…</source>
        <translation>حفظ كملف…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="62" />
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="188" />
        <source>Cancel order…</source>
        <translation>إلغاء الطلب…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="63" />
        <source>Send back…</source>
        <translation>إعادة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="64" />
        <source>Discard changes</source>
        <translation>ترك التغييرات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="65" />
        <source>Save draft</source>
        <translation>حفظ المسودة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="66" />
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="174" />
        <source>Hand in</source>
        <translation>تسليم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="120" />
        <source>New order</source>
        <translation>طلب جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="121" />
        <source>Add medicines, then hand it in for approval.</source>
        <translation>أضف أدوية ثم سلّمه للاعتماد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="136" />
        <source>Written on {date}.</source>
        <translation>كُتب في {date}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="137" />
        <source>For {store}. Written {written}, sent {sent}, expected {expected}.</source>
        <translation>إلى {store}. كُتب {written}، أُرسل {sent}، متوقع {expected}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="166" />
        <source>Total {amount}</source>
        <translation>المجموع {amount}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="175" />
        <source>Approve</source>
        <translation>اعتماد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="176" />
        <source>It was sent</source>
        <translation>أُرسل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="177" />
        <source>Receive goods</source>
        <translation>استلام البضاعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="188" />
        <source>Cancel the rest…</source>
        <translation>إلغاء الباقي…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="189" />
        <source>No medicine yet. Ctrl M adds one.</source>
        <translation>لا دواء بعد. Ctrl M يضيف واحدًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="211" />
        <source>Type the date as year-month-day, such as 2026-12-31.</source>
        <translation>اكتب التاريخ سنة-شهر-يوم، مثل 2026-12-31.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="272" />
        <source>Removed: {name}</source>
        <translation>أُزيل: {name}</translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/order_form.py" line="38" />
        <source>goes there now</source>
        <translation>يذهب إلى هناك الآن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/order_form.py" line="57" />
        <source>Prescriber</source>
        <translation>الواصف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/order_form.py" line="59" />
        <source>Written on</source>
        <translation>كُتب في</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/order_form.py" line="60" />
        <source>Department</source>
        <translation>القسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/order_form.py" line="61" />
        <source>Valid until</source>
        <translation>صالح حتى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/order_form.py" line="62" />
        <source>Pharmacy ticket</source>
        <translation>تذكرة الصيدلية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/order_form.py" line="63" />
        <source>Note to the pharmacy</source>
        <translation>ملاحظة للصيدلية</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="40" />
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="63" />
        <source>Orders</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="47" />
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="48" />
        <source>to be approved</source>
        <translation>للاعتماد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="49" />
        <source>on their way</source>
        <translation>في الطريق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="50" />
        <source>complete and cancelled</source>
        <translation>مكتملة وملغاة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="53" />
        <source>Which orders</source>
        <translation>أي طلبات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="57" />
        <source>Order</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="58" />
        <source>Supplier</source>
        <translation>المورّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="59" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="65" />
        <source>No order here. Ctrl N begins one, Ctrl R proposes what is running out.</source>
        <translation>لا طلب هنا. Ctrl N يبدأ واحدًا، وCtrl R يقترح ما ينفد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="69" />
        <source>Propose from stock</source>
        <translation>اقتراح من المخزون</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="71" />
        <location filename="../../hms_desktop/screens/reports/orders.py" line="42" />
        <location filename="../../hms_desktop/screens/reports/orders.py" line="97" />
        <source>New order</source>
        <translation>طلب جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="96" />
        <source>The newest {n} are shown.</source>
        <translation>يُعرض الأحدث: {n}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="117" />
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="131" />
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="152" />
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="183" />
        <source>The draft is not saved yet; save it (Ctrl S) or discard it first.</source>
        <translation>المسودة لم تُحفظ بعد؛ احفظها (Ctrl S) أو اتركها أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="169" />
        <source>No open order asks for {name}; Ctrl N begins one.</source>
        <translation>لا يوجد طلب مفتوح لـ {name}؛ Ctrl N يبدأ طلبًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="175" />
        <source>Open orders that ask for {name}: {n}. Scan it again for the next one.</source>
        <translation>الطلبات المفتوحة لـ {name}: {n}. امسحه مرة أخرى للطلب التالي.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="185" />
        <source>Looking at what runs out…</source>
        <translation>جارٍ النظر فيما ينفد…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="188" />
        <source>Nothing has fallen to its reorder level in this store.</source>
        <translation>لم يصل شيء إلى مستوى إعادة الطلب في هذا المخزن.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="193" />
        <source>Proposed medicines: {n}. Choose the supplier and save.</source>
        <translation>الأدوية المقترحة: {n}. اختر المورّد واحفظ.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="210" />
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="232" />
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="213" />
        <source>Saved: {name}</source>
        <translation>حُفظ: {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="237" />
        <source>{number} is now: {state}</source>
        <translation>{number} الآن: {state}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="250" />
        <source>Send the order back</source>
        <translation>إعادة الطلب إلى كاتبه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="251" />
        <source>Send back</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="253" />
        <source>Its writer can change it and hand it in again.</source>
        <translation>يستطيع كاتبه تغييره وتسليمه ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="260" />
        <source>Cancel it</source>
        <translation>إلغاؤه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="262" />
        <source>What is not delivered yet is expected no longer.</source>
        <translation>ما لم يُسلّم بعد لا يُنتظر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/orders.py" line="267" />
        <source>Saved in {file}.</source>
        <translation>حُفظ في {file}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="33" />
        <source>Ordered reports</source>
        <translation>التقارير المطلوبة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="35" />
        <location filename="../../hms_desktop/screens/reports/orders.py" line="46" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="36" />
        <location filename="../../hms_desktop/screens/reports/orders.py" line="47" />
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="37" />
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="38" />
        <location filename="../../hms_desktop/screens/reports/orders.py" line="53" />
        <source>As</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="39" />
        <source>Last time</source>
        <translation>آخر مرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="44" />
        <source>Made by the hospital's worker, and laid in its folder or sent by e-mail.</source>
        <translation>تنشئها خدمة مهام المستشفى وتضعها في مجلدها أو ترسلها بالبريد الإلكتروني.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="48" />
        <source>Period</source>
        <translation>المدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="49" />
        <source>How often</source>
        <translation>كم مرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="50" />
        <source>every day</source>
        <translation>كل يوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="51" />
        <source>On day (1 is Monday, or the first)</source>
        <translation>في اليوم (1 هو الاثنين أو أول الشهر)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="52" />
        <source>At</source>
        <translation>الساعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="54" />
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="55" />
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="56" />
        <source>E-mail to (parted by commas)</source>
        <translation>البريد الإلكتروني إلى (تفصل بينها فواصل)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="57" />
        <source>Is made</source>
        <translation>الإنشاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="57" />
        <source>as ordered</source>
        <translation>حسب الطلب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="58" />
        <source>No report is ordered yet. Fill in the form, and it comes by itself.</source>
        <translation>لم يُطلب أي تقرير بعد. املأ النموذج فيأتي التقرير تلقائيًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="67" />
        <source>not yet</source>
        <translation>ليس بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="68" />
        <source>being made</source>
        <translation>قيد الإنشاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="69" />
        <source>made {date}</source>
        <translation>أُنشئ {date}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="70" />
        <source>failed {date}</source>
        <translation>فشل {date}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="101" />
        <source>Choose the day that fits how often: none for every day, 1 to 7 for every week.</source>
        <translation>اختر اليوم المناسب للتكرار: بلا يوم لكل يوم، ومن 1 إلى 7 لكل أسبوع.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/orders.py" line="103" />
        <source>This report names patients; it is laid in the folder and not sent.</source>
        <translation>يذكر هذا التقرير أسماء مرضى؛ يوضع في المجلد ولا يُرسل.</translation>
    </message>
</context>
<context>
    <name>OutgrownBanner</name>
    <message>
        <location filename="../../hms_desktop/app/fitting.py" line="104" />
        <source>Stop now</source>
        <translation>أوقف الآن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/fitting.py" line="113" />
        <source>Finish what you have begun ({n}); this program stops then, or in {minutes} min.</source>
        <translation>أكمل ما بدأته ({n})؛ يتوقف هذا البرنامج بعد ذلك، أو خلال {minutes} دقيقة.</translation>
    </message>
</context>
<context>
    <name>OverTime</name>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="122" />
        <source>Over time</source>
        <translation>عبر الزمن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="123" />
        <source>What every program measures of itself and tells once a minute.</source>
        <translation>ما يقيسه كل برنامج عن نفسه ويُبلغ به مرة في الدقيقة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="126" />
        <source>Durations</source>
        <translation>الأزمنة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="127" />
        <source>Amount of work</source>
        <translation>حجم العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="128" />
        <source>Connections</source>
        <translation>الاتصالات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="129" />
        <source>Cache</source>
        <translation>الذاكرة المؤقتة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="130" />
        <source>Programs</source>
        <translation>البرامج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="131" />
        <source>Versions</source>
        <translation>الإصدارات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="132" />
        <source>Waits in the lines</source>
        <translation>الانتظار في الصفوف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="135" />
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="138" />
        <source>Figure</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="148" />
        <source>Arrow keys read the chart point by point, + and - zoom, 0 shows all of it.</source>
        <translation>الأسهم تقرأ الرسم نقطة نقطة، + و - للتكبير، 0 يظهره كله.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="161" />
        <source>Programs now: {n}</source>
        <translation>البرامج الآن: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="162" />
        <source>p95: {ms} ms</source>
        <translation>p95: {ms} م.ث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="163" />
        <source>Connections used again: {share} %</source>
        <translation>الاتصالات المعاد استعمالها: {share} %</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="164" />
        <source>Screens alive: {alive} of {all}</source>
        <translation>الشاشات العاملة: {alive} من {all}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="167" />
        <source>Patients waiting: {n}, longest {minutes} min</source>
        <translation>المرضى المنتظرون: {n}، الأطول {minutes} د</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="183" />
        <source>Nobody was called in this time.</source>
        <translation>لم يُنادَ على أحد في هذه المدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="184" />
        <source>Nothing was told yet in this time; programs tell once a minute.</source>
        <translation>لم يُبلَّغ عن شيء بعد في هذه المدة؛ البرامج تُبلغ مرة في الدقيقة.</translation>
    </message>
</context>
<context>
    <name>OverbookingPage</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="143" />
        <source>Overbooking</source>
        <translation>الحجز الإضافي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="145" />
        <source>Who</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="146" />
        <source>Where</source>
        <translation>أين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="146" />
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="162" />
        <source>every clinic</source>
        <translation>كل العيادات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="149" />
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="172" />
        <source>New permission</source>
        <translation>إذن جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="152" />
        <source>Duty</source>
        <translation>المهمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="153" />
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="154" />
        <source>Withdraw</source>
        <translation>سحب الإذن</translation>
    </message>
</context>
<context>
    <name>OverridesPage</name>
    <message>
        <location filename="../../hms_desktop/screens/safety/overrides.py" line="23" />
        <location filename="../../hms_desktop/screens/safety/overrides.py" line="39" />
        <source>Overrides</source>
        <translation>التجاوزات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/overrides.py" line="24" />
        <source>The newest first. A stop carries the name of the colleague who agreed.</source>
        <translation>الأحدث أولًا. الإيقاف يحمل اسم الزميل الذي وافق.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/overrides.py" line="27" />
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/overrides.py" line="28" />
        <source>Record number</source>
        <translation>رقم السجل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/overrides.py" line="29" />
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/overrides.py" line="31" />
        <source>Level</source>
        <translation>المستوى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/overrides.py" line="33" />
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/overrides.py" line="34" />
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/overrides.py" line="35" />
        <source>Agreed</source>
        <translation>وافق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/overrides.py" line="41" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/overrides.py" line="49" />
        <source>Nothing was supplied in spite of a warning yet.</source>
        <translation>لم يُصرف شيء رغم تحذير بعد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/overrides.py" line="52" />
        <source>restricted record</source>
        <translation>سجل مقيّد</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="125" />
        <source>Written</source>
        <translation>كُتبت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="127" />
        <source>Medicines</source>
        <translation>الأدوية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="133" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="137" />
        <source>Prescriptions of this patient</source>
        <translation>وصفات هذا المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="139" />
        <source>No prescription yet. Ctrl+N writes one.</source>
        <translation>لا وصفة بعد. Ctrl+N يكتب واحدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="141" />
        <source>Earlier versions too</source>
        <translation>النسخ السابقة أيضًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="149" />
        <source>Write a prescription</source>
        <translation>كتابة وصفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="150" />
        <source>Repeat</source>
        <translation>تكرار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="151" />
        <source>Amend</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="152" />
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="153" />
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="227" />
        <source>Prescription {number} is cancelled.</source>
        <translation>أُلغيت الوصفة {number}.</translation>
    </message>
</context>
<context>
    <name>PairingPage</name>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="36" />
        <source>Pairing</source>
        <translation>الاقتران</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="37" />
        <source>A new screen shows a code. Let it in only if exactly that code stands here.</source>
        <translation>تعرض الشاشة الجديدة رمزًا. لا تقبلها إلا إذا كان الرمز نفسه مكتوبًا هنا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="41" />
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="42" />
        <source>The machine calls itself</source>
        <translation>اسم الجهاز كما يذكره</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="43" />
        <source>Asks from</source>
        <translation>يطلب من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="43" />
        <source>this server</source>
        <translation>هذا الخادم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="44" />
        <source>Holds (min)</source>
        <translation>صالح (دقيقة)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="48" />
        <source>Screens that ask to be let in</source>
        <translation>الشاشات التي تطلب القبول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="50" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="57" />
        <source>It becomes</source>
        <translation>تصبح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="58" />
        <source>Name of the new screen</source>
        <translation>اسم الشاشة الجديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="59" />
        <source>Let it in</source>
        <translation>قبول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="61" />
        <source>Turn it away</source>
        <translation>رفض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="90" />
        <source>No screen asks to be let in. A new one shows its code when it is started.</source>
        <translation>لا توجد شاشة تطلب القبول. الشاشة الجديدة تعرض رمزها عند تشغيلها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="99" />
        <source>a new screen</source>
        <translation>شاشة جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="101" />
        <source>{screen} (alive)</source>
        <translation>{screen} (تعمل)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="129" />
        <source>The machine that is {screen} now is shut out.</source>
        <translation>الجهاز الذي هو {screen} الآن سيُقطع عنه الدخول.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="131" />
        <source>This must be the code on the screen, sign for sign. If not, turn it away.</source>
        <translation>يجب أن يطابق هذا الرمزَ المعروض على الشاشة حرفًا بحرف. إن لم يطابق فارفضه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="140" />
        <source>Give the new screen a name, such as Main hall.</source>
        <translation>أعطِ الشاشة الجديدة اسمًا، مثل القاعة الرئيسية.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="153" />
        <source>Let in: {screen}</source>
        <translation>تم القبول: {screen}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/pairing.py" line="162" />
        <source>Turned away: {code}</source>
        <translation>تم الرفض: {code}</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <location filename="../../hms_desktop/screens/printing/view.py" line="27" />
        <location filename="../../hms_desktop/screens/printing/view.py" line="31" />
        <source>Paper</source>
        <translation>الورقة</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="41" />
        <source>Papers</source>
        <translation>الأوراق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="44" />
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="45" />
        <source>Paper</source>
        <translation>الورقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="46" />
        <source>About</source>
        <translation>بشأن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="47" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="48" />
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="49" />
        <source>Workstation</source>
        <translation>محطة العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="50" />
        <source>Wanted by</source>
        <translation>بطلب من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="51" />
        <source>Why not</source>
        <translation>سبب التعذر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="55" />
        <source>Papers of today</source>
        <translation>أوراق اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="57" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="62" />
        <source>Look at it</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="63" />
        <source>It came out</source>
        <translation>خرجت الورقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="64" />
        <location filename="../../hms_desktop/screens/printing/page.py" line="122" />
        <source>Repeat</source>
        <translation>إعادة الطباعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="65" />
        <source>Take off</source>
        <translation>حذف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="67" />
        <source>A repeated paper says that it is a reprint. What is unknown is never printed by itself.</source>
        <translation>الورقة المعادة تذكر أنها نسخة معادة. وما حالته غير معروفة لا يُطبع تلقائيًا أبدًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="86" />
        <source>Nothing was printed today.</source>
        <translation>لم يُطبع شيء اليوم.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="89" />
        <source>Papers of this workstation that need somebody: {n}</source>
        <translation>أوراق محطة العمل هذه التي تحتاج إلى متابعة: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="91" />
        <source>Today, at every workstation</source>
        <translation>اليوم، في كل محطات العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="122" />
        <source>Print it now</source>
        <translation>طباعتها الآن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="135" />
        <source>As it would come out now on {printer}.</source>
        <translation>كما ستخرج الآن على {printer}.</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <location filename="../../hms_desktop/app/password_dialog.py" line="23" />
        <source>At least 10 characters; a short sentence that only you would say is a good one.</source>
        <translation>10 أحرف على الأقل؛ جملة قصيرة لا يقولها غيرك خيار جيد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/password_dialog.py" line="24" />
        <source>Change your password</source>
        <translation>غيّر كلمة مرورك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/password_dialog.py" line="32" />
        <source>Password until now</source>
        <translation>كلمة المرور الحالية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/password_dialog.py" line="33" />
        <source>New password</source>
        <translation>كلمة مرور جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/password_dialog.py" line="34" />
        <source>New password once more</source>
        <translation>كلمة المرور الجديدة مرة أخرى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/password_dialog.py" line="37" />
        <source>Change password</source>
        <translation>تغيير كلمة المرور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/password_dialog.py" line="46" />
        <source>Changing the password…</source>
        <translation>جارٍ تغيير كلمة المرور…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/password_dialog.py" line="63" />
        <source>Type the password that you have used until now.</source>
        <translation>اكتب كلمة المرور التي استخدمتها حتى الآن.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/password_dialog.py" line="65" />
        <source>The two new passwords differ; type them again.</source>
        <translation>كلمتا المرور الجديدتان مختلفتان؛ اكتبهما مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>PatientForm</name>
    <message>
        <location filename="../../hms_desktop/screens/patients/form.py" line="87" />
        <source>not asked</source>
        <translation>لم يُسأل عنه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/form.py" line="88" />
        <source>opens only with a reason, and each opening is kept</source>
        <translation>لا يُفتح إلا بذكر سبب، ويُسجَّل كل فتح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/form.py" line="118" />
        <source>Address, language and notes</source>
        <translation>العنوان واللغة والملاحظات</translation>
    </message>
</context>
<context>
    <name>PatientPicker</name>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="239" />
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="240" />
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="242" />
        <source>Record number</source>
        <translation>رقم الملف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="248" />
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="250" />
        <source>Found by</source>
        <translation>وُجد حسب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="252" />
        <source>Patients found</source>
        <translation>المرضى الذين عُثر عليهم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="259" />
        <source>Type to find a patient.</source>
        <translation>اكتب للبحث عن مريض.</translation>
    </message>
</context>
<context>
    <name>PatientsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="72" />
        <location filename="../../hms_desktop/screens/patients/page.py" line="339" />
        <source>Patients</source>
        <translation>المرضى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="77" />
        <source>Register</source>
        <translation>تسجيل مريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="79" />
        <source>Everyone</source>
        <translation>الجميع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="94" />
        <source>Found by</source>
        <translation>وُجد بواسطة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="98" />
        <source>Sex</source>
        <translation>الجنس</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="101" />
        <source>Patients found</source>
        <translation>المرضى الذين عُثر عليهم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="102" />
        <location filename="../../hms_desktop/screens/patients/page.py" line="222" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="103" />
        <source>All patients by name</source>
        <translation>كل المرضى حسب الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="131" />
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="132" />
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="133" />
        <source>Born</source>
        <translation>تاريخ الميلاد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="134" />
        <source>Record number</source>
        <translation>رقم الملف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="135" />
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="184" />
        <source>The server does not answer; this list may be old.</source>
        <translation>الخادم لا يجيب؛ قد تكون هذه القائمة قديمة.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/patients/page.py" line="194" />
        <source>%n found</source>
        <translation>
            <numerusform>عُثر على %n</numerusform>
            <numerusform>عُثر على %n</numerusform>
            <numerusform>عُثر على %n</numerusform>
            <numerusform>عُثر على %n</numerusform>
            <numerusform>عُثر على %n</numerusform>
            <numerusform>عُثر على %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="194" />
        <source>the first 100; type on</source>
        <translation>أول 100؛ تابع الكتابة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="196" />
        <source>{found}; as a record number it is mistyped</source>
        <translation>{found}؛ كرقم ملف فيه خطأ في الكتابة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="198" />
        <location filename="../../hms_desktop/screens/patients/page.py" line="226" />
        <source>Nobody is registered yet. F7 registers the first patient.</source>
        <translation>لا يوجد مرضى مسجّلون بعد. اضغط F7 لتسجيل أول مريض.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="199" />
        <source>in hand lately, here today, registered last</source>
        <translation>من فُتحت ملفاتهم مؤخرًا، والموجودون هنا اليوم، وآخر المسجّلين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="223" />
        <source>Counting the patients…</source>
        <translation>جارٍ عدّ المرضى…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/patients/page.py" line="232" />
        <source>%n patients by name</source>
        <translation>
            <numerusform>المرضى حسب الاسم: %n</numerusform>
            <numerusform>المرضى حسب الاسم: %n</numerusform>
            <numerusform>المرضى حسب الاسم: %n</numerusform>
            <numerusform>المرضى حسب الاسم: %n</numerusform>
            <numerusform>المرضى حسب الاسم: %n</numerusform>
            <numerusform>المرضى حسب الاسم: %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="305" />
        <source>Open a restricted record</source>
        <translation>فتح سجل مقيّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="306" />
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="308" />
        <source>It opens for you for 15 minutes; who opened it, when and why is kept.</source>
        <translation>يُفتح لك مدة 15 دقيقة؛ ويُحفظ من فتحه ومتى ولماذا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="311" />
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="359" />
        <source>Registered; the record number is {number}.</source>
        <translation>تم التسجيل؛ رقم الملف {number}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="359" />
        <source>Saved {number}.</source>
        <translation>حُفظ {number}.</translation>
    </message>
</context>
<context>
    <name>PerformancePage</name>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="32" />
        <source>the last hour</source>
        <translation>الساعة الأخيرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="33" />
        <source>8 hours</source>
        <translation>8 ساعات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="34" />
        <source>a day</source>
        <translation>يوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="35" />
        <source>a week</source>
        <translation>أسبوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="38" />
        <source>Period</source>
        <translation>المدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="40" />
        <source>Whole fleet</source>
        <translation>كل المحطات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="54" />
        <source>Performance</source>
        <translation>الأداء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="62" />
        <source>The whole fleet. Enter on a program looks at its workstation alone.</source>
        <translation>كل المحطات. مفتاح Enter على برنامج يعرض محطته وحدها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="64" />
        <source>Workstation {name} alone</source>
        <translation>محطة العمل {name} وحدها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="81" />
        <source>Slowest actions</source>
        <translation>أبطأ الإجراءات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="82" />
        <source>Those on which most time was spent altogether, in whole hours.</source>
        <translation>التي استغرقت أكثر الوقت إجمالًا، بساعات كاملة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="84" />
        <source>Action or query</source>
        <translation>الإجراء أو الاستعلام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="85" />
        <location filename="../../hms_desktop/screens/fleet/page.py" line="246" />
        <source>Times</source>
        <translation>المرات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="86" />
        <source>Failed</source>
        <translation>الفاشلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="87" />
        <location filename="../../hms_desktop/screens/fleet/page.py" line="247" />
        <source>Total, s</source>
        <translation>الإجمالي، ث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="88" />
        <source>p50, ms</source>
        <translation>p50، م.ث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="90" />
        <location filename="../../hms_desktop/screens/fleet/page.py" line="119" />
        <source>p95, ms</source>
        <translation>p95، م.ث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="96" />
        <source>p99, ms</source>
        <translation>p99، م.ث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="100" />
        <source>Nothing was told yet in this time; programs tell once a minute.</source>
        <translation>لم يُبلَّغ عن شيء بعد في هذه المدة؛ البرامج تُبلغ مرة في الدقيقة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="110" />
        <source>Programs</source>
        <translation>البرامج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="111" />
        <source>Every program that spoke within the hour, with the words of its last minute.</source>
        <translation>كل برنامج أبلغ خلال الساعة الماضية، مع بلاغ دقيقته الأخيرة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="113" />
        <location filename="../../hms_desktop/screens/fleet/page.py" line="219" />
        <source>Workstation</source>
        <translation>محطة العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="114" />
        <source>Who</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="115" />
        <location filename="../../hms_desktop/screens/fleet/page.py" line="220" />
        <source>Program</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="116" />
        <location filename="../../hms_desktop/screens/fleet/page.py" line="167" />
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="117" />
        <location filename="../../hms_desktop/screens/fleet/page.py" line="166" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="125" />
        <source>Line, ms</source>
        <translation>الخط، م.ث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="126" />
        <source>Standstills</source>
        <translation>التوقفات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="127" />
        <source>Memory, MB</source>
        <translation>الذاكرة، ميغابايت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="128" />
        <source>CPU, %</source>
        <translation>المعالج، %</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="130" />
        <source>PC's memory, %</source>
        <translation>ذاكرة الحاسوب، %</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="137" />
        <source>Disk, %</source>
        <translation>القرص، %</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="146" />
        <source>No program has spoken within the hour.</source>
        <translation>لم يُبلغ أي برنامج خلال الساعة الماضية.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="151" />
        <source>running</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="152" />
        <source>silent {minutes} min</source>
        <translation>صامت منذ {minutes} د</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="161" />
        <source>Screens</source>
        <translation>الشاشات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="164" />
        <source>Screen</source>
        <translation>الشاشة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="168" />
        <source>Answer, ms</source>
        <translation>الإجابة، م.ث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="169" />
        <source>Last shown</source>
        <translation>آخر ما عُرض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="173" />
        <source>This hospital has no screens.</source>
        <translation>لا شاشات في هذا المستشفى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="181" />
        <source>closed</source>
        <translation>مغلقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="183" />
        <source>never seen yet</source>
        <translation>لم تُرَ بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="186" />
        <source>alive</source>
        <translation>تعمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="185" />
        <source>dead since {time}</source>
        <translation>متوقفة منذ {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="162" />
        <source>Waiting rooms and entrances, wherever the page looks; a sign of life each 5 s.</source>
        <translation>غرف الانتظار والمداخل، أينما نظرت الصفحة؛ إشارة حياة كل 5 ثوانٍ.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="165" />
        <source>Stands</source>
        <translation>المكان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="177" />
        <source>at the entrance</source>
        <translation>عند المدخل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="177" />
        <source>in a waiting room</source>
        <translation>في غرفة انتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="186" />
        <source>out of service</source>
        <translation>خارج الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="195" />
        <source>Cache</source>
        <translation>الذاكرة المؤقتة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="196" />
        <source>Reference data that each program keeps until the server tells of a change.</source>
        <translation>بيانات مرجعية يحتفظ بها كل برنامج إلى أن يخبره الخادم بتغيير.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="198" />
        <source>Query</source>
        <translation>الاستعلام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="199" />
        <source>At hand</source>
        <translation>في المتناول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="200" />
        <source>Read</source>
        <translation>المقروء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="201" />
        <source>At hand, %</source>
        <translation>في المتناول، %</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="205" />
        <source>Nothing was asked of a cache yet in this time.</source>
        <translation>لم يُطلب شيء من الذاكرة المؤقتة بعد في هذه المدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="215" />
        <source>Crashes and standstills</source>
        <translation>الأعطال والتوقفات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="216" />
        <source>The line of code and never what was on the screen; the number is the person's report.</source>
        <translation>سطر الشيفرة فقط، لا ما كان على الشاشة؛ والرقم هو رقم بلاغ المستخدم.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="218" />
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="221" />
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="222" />
        <source>Line</source>
        <translation>السطر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="223" />
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="227" />
        <source>Nothing crashed and no window stood still in this time.</source>
        <translation>لم يتعطل شيء ولم تتوقف أي نافذة في هذه المدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="233" />
        <source>stood still {n} ×, {ms} ms</source>
        <translation>توقّف {n} ×، {ms} م.ث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="242" />
        <source>Statements</source>
        <translation>العبارات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="243" />
        <source>What the server itself counts since its figures were last reset, for everybody.</source>
        <translation>ما يعدّه الخادم نفسه منذ آخر تصفير لأرقامه، للجميع.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="245" />
        <source>Statement</source>
        <translation>العبارة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="248" />
        <source>Mean, ms</source>
        <translation>المتوسط، م.ث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="249" />
        <source>Longest, ms</source>
        <translation>الأطول، م.ث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="250" />
        <source>Rows each</source>
        <translation>الصفوف لكل مرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/page.py" line="254" />
        <source>This server counts no statements: IT loads pg_stat_statements to see them here.</source>
        <translation>لا يعدّ هذا الخادم العبارات: لعرضها هنا يحمّل قسم تقنية المعلومات pg_stat_statements.</translation>
    </message>
</context>
<context>
    <name>PharmacyRulesPage</name>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="31" />
        <source>Pharmacy rules</source>
        <translation>قواعد الصيدلية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="32" />
        <source>They hold from the moment they are saved, at every counter.</source>
        <translation>تسري من لحظة حفظها، في كل شباك.</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/pickers.py" line="164" />
        <source>%n found</source>
        <translation>
            <numerusform>وُجد %n</numerusform>
            <numerusform>وُجد %n</numerusform>
            <numerusform>وُجد %n</numerusform>
            <numerusform>وُجد %n</numerusform>
            <numerusform>وُجد %n</numerusform>
            <numerusform>وُجد %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanningPage</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_page.py" line="17" />
        <source>Clinics</source>
        <translation>العيادات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_page.py" line="18" />
        <source>When clinics work, and how they are booked. Ctrl+Page Down goes to the next list.</source>
        <translation>متى تعمل العيادات وكيف تُحجز. اضغط Ctrl+Page Down للقائمة التالية.</translation>
    </message>
</context>
<context>
    <name>PlaylistsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="31" />
        <source>Playlists</source>
        <translation>قوائم التشغيل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="33" />
        <source>Playlist</source>
        <translation>قائمة التشغيل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="34" />
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="47" />
        <source>Films</source>
        <translation>الأفلام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="35" />
        <source>On</source>
        <translation>على</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="36" />
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="39" />
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="78" />
        <source>New playlist</source>
        <translation>قائمة تشغيل جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="41" />
        <source>Where several lists hold at once, the shortest plays: a week before every day.</source>
        <translation>إذا سرت عدة قوائم معًا تُشغَّل الأقصر: أسبوع قبل كل يوم.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="44" />
        <source>for example 2026-12-24</source>
        <translation>مثلًا 2026-12-24</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="45" />
        <source>in use</source>
        <translation>مستخدم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="45" />
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="114" />
        <source>rests</source>
        <translation>متوقفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="46" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="48" />
        <source>Screens (none ticked: every screen)</source>
        <translation>الشاشات (بلا اختيار: كل الشاشات)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="49" />
        <source>Hours (empty: all day)</source>
        <translation>الساعات (فارغة: طوال اليوم)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="49" />
        <source>for example 8-12</source>
        <translation>مثلًا 8-12</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="50" />
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="51" />
        <source>To and with</source>
        <translation>إلى ضمنًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="52" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="87" />
        <source>Type hours as in 8-12 or 08:00-12:00, or nothing.</source>
        <translation>اكتب الساعات مثل 8-12 أو 08:00-12:00 أو لا شيء.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="88" />
        <source>Add at least one film.</source>
        <translation>أضف فيلمًا واحدًا على الأقل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="110" />
        <source>every screen</source>
        <translation>كل الشاشات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/playlists.py" line="116" />
        <source>always</source>
        <translation>دائمًا</translation>
    </message>
</context>
<context>
    <name>PrescribingPage</name>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/settings.py" line="29" />
        <location filename="../../hms_desktop/screens/prescriptions/settings.py" line="58" />
        <source>Prescribing</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/settings.py" line="30" />
        <source>Where patients go with a prescription, and how long it is valid.</source>
        <translation>إلى أين يذهب المرضى بالوصفة، وكم تصلح.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/settings.py" line="31" />
        <location filename="../../hms_desktop/screens/prescriptions/settings.py" line="42" />
        <source>no tickets</source>
        <translation>بلا تذاكر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/settings.py" line="32" />
        <source>A new prescription opens a ticket at</source>
        <translation>الوصفة الجديدة تفتح تذكرة عند</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/settings.py" line="33" />
        <source>Valid for days, where the prescriber says nothing</source>
        <translation>صالحة لأيام، حيث لا يذكر الواصف شيئًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/settings.py" line="34" />
        <source>With a controlled medicine at most days</source>
        <translation>مع دواء خاضع للرقابة أيامًا على الأكثر</translation>
    </message>
</context>
<context>
    <name>PrescriptionsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/page.py" line="40" />
        <location filename="../../hms_desktop/screens/prescriptions/page.py" line="165" />
        <source>Prescriptions</source>
        <translation>الوصفات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/page.py" line="61" />
        <source>Another patient</source>
        <translation>مريض آخر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/page.py" line="104" />
        <source>Prescribe what is typed, or remove its lines, before another patient.</source>
        <translation>صِف ما كُتب أو احذف أسطره قبل الانتقال إلى مريض آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/page.py" line="155" />
        <source>MRN {number}</source>
        <translation>رقم الملف {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/page.py" line="183" />
        <source>Esc: another patient · arrows choose · F7 repeats · F8 amends</source>
        <translation>Esc: مريض آخر · الأسهم تختار · F7 يكرر · F8 يعدّل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/page.py" line="225" />
        <source>Prescription {number} is valid until {day}.</source>
        <translation>الوصفة {number} صالحة حتى {day}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/page.py" line="229" />
        <source>Ticket {ticket} waits at the pharmacy.</source>
        <translation>التذكرة {ticket} تنتظر عند الصيدلية.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/page.py" line="230" />
        <source>Ticket {ticket} waits at the pharmacy already.</source>
        <translation>التذكرة {ticket} تنتظر عند الصيدلية من قبل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/page.py" line="231" />
        <source>Ticket {ticket} goes on to the pharmacy.</source>
        <translation>التذكرة {ticket} تذهب إلى الصيدلية.</translation>
    </message>
</context>
<context>
    <name>Press</name>
    <message>
        <location filename="../../hms_desktop/screens/printing/press.py" line="174" />
        <source>{paper} was not printed. {why}</source>
        <translation>لم تُطبع {paper}. {why}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/press.py" line="175" />
        <source>Repeat</source>
        <translation>إعادة الطباعة</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <location filename="../../hms_desktop/screens/printing/view.py" line="65" />
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/displays/preview.py" line="33" />
        <source>As the screen shows it now, without film and voice.</source>
        <translation>كما تعرضه الشاشة الآن، بلا فيلم ولا صوت.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/preview.py" line="44" />
        <source>Preview of {name}</source>
        <translation>معاينة {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/preview.py" line="53" />
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>PrinterChoices</name>
    <message>
        <location filename="../../hms_desktop/screens/printing/choices.py" line="30" />
        <location filename="../../hms_desktop/screens/printing/choices.py" line="31" />
        <source>Printing at this workstation</source>
        <translation>الطباعة في محطة العمل هذه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/choices.py" line="32" />
        <source>No printer is set up yet; an administrator does it.</source>
        <translation>لم تُجهَّز أي طابعة بعد؛ يقوم المسؤول بذلك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/choices.py" line="85" />
        <source>by itself</source>
        <translation>تلقائيًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/choices.py" line="86" />
        <source>{paper}: printer</source>
        <translation>{paper}: الطابعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/choices.py" line="87" />
        <source>{paper}: comes by itself</source>
        <translation>{paper}: تخرج تلقائيًا</translation>
    </message>
</context>
<context>
    <name>PrintersPage</name>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="41" />
        <source>Printers</source>
        <translation>الطابعات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="43" />
        <location filename="../../hms_desktop/screens/printing/printers.py" line="77" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="44" />
        <location filename="../../hms_desktop/screens/printing/printers.py" line="78" />
        <source>Reached by</source>
        <translation>طريقة الاتصال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="45" />
        <location filename="../../hms_desktop/screens/printing/printers.py" line="80" />
        <source>Paper</source>
        <translation>الورقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="46" />
        <source>Prints</source>
        <translation>تطبع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="47" />
        <location filename="../../hms_desktop/screens/printing/printers.py" line="81" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="50" />
        <location filename="../../hms_desktop/screens/printing/printers.py" line="124" />
        <source>New printer</source>
        <translation>طابعة جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="56" />
        <source>What they are meant for; each workstation may choose among them in its settings.</source>
        <translation>ما خُصصت له؛ ويمكن لكل محطة عمل أن تختار منها في إعداداتها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="59" />
        <source>Look at a paper</source>
        <translation>معاينة ورقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="60" />
        <source>Print a test page</source>
        <translation>طباعة صفحة اختبار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="63" />
        <source>The paper to look at</source>
        <translation>الورقة المراد معاينتها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="73" />
        <source>None: all text as a picture</source>
        <translation>لا شيء: كل النص كصورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="76" />
        <location filename="../../hms_desktop/screens/printing/printers.py" line="191" />
        <source>in use</source>
        <translation>قيد الاستخدام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="76" />
        <location filename="../../hms_desktop/screens/printing/printers.py" line="191" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="79" />
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="82" />
        <source>Prints (Space ticks)</source>
        <translation>تطبع (المسافة للتحديد)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="83" />
        <source>Letters of the roll printer</source>
        <translation>حروف طابعة الإيصالات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="84" />
        <source>Label's width (mm)</source>
        <translation>عرض الملصق (mm)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="85" />
        <source>Label's height (mm)</source>
        <translation>ارتفاع الملصق (mm)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="156" />
        <source>as Windows shows it</source>
        <translation>كما يظهر في Windows</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="159" />
        <source>as the computer shows it; empty: its usual one</source>
        <translation>كما يظهر في الحاسوب؛ فارغ: طابعته المعتادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="160" />
        <source>none: it goes to the person's own data folder</source>
        <translation>لا شيء: تُحفظ في مجلد بيانات المستخدم نفسه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="173" />
        <source>Save the printer first; then it prints its test page.</source>
        <translation>احفظ الطابعة أولًا؛ ثم اطبع صفحة الاختبار.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="185" />
        <source>A sample that speaks of nobody, as it would come out.</source>
        <translation>عيّنة لا تخص أحدًا، كما ستخرج.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <location filename="../../hms_desktop/app/program.py" line="172" />
        <source>Something went wrong in this program; what you typed is kept. Report {number} is in the log.</source>
        <translation>حدث خطأ في هذا البرنامج؛ ما كتبته محفوظ. البلاغ {number} في السجل.</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <location filename="../../hms_desktop/widgets/busy.py" line="31" />
        <source>Working</source>
        <translation>جارٍ العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/busy.py" line="33" />
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/busy.py" line="67" />
        <source>Still working…</source>
        <translation>ما زال العمل جاريًا…</translation>
    </message>
</context>
<context>
    <name>Quantity</name>
    <message>
        <location filename="../../hms_desktop/widgets/quantity.py" line="32" />
        <source>Type a whole number from {least} to {most}.</source>
        <translation>اكتب عددًا صحيحًا من {least} إلى {most}.</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="82" />
        <source>Queue</source>
        <translation>الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="84" />
        <source>Enter does the obvious next thing · F8 calls the next · Del takes off the queue, with undo</source>
        <translation>مفتاح Enter ينفّذ الخطوة التالية المتوقعة · F8 لنداء التالي · Del للسحب من الطابور مع إمكانية التراجع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="99" />
        <source>Issue ticket</source>
        <translation>إصدار تذكرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="101" />
        <location filename="../../hms_desktop/screens/queue/page.py" line="208" />
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="109" />
        <source>Ticket</source>
        <translation>التذكرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="111" />
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="117" />
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="118" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="119" />
        <source>Min</source>
        <translation>دقيقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="120" />
        <source>Why here</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="121" />
        <source>Room</source>
        <translation>الغرفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="122" />
        <source>Expected</source>
        <translation>المتوقع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="126" />
        <source>Queue of today</source>
        <translation>طابور اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="128" />
        <source>Reading the queue…</source>
        <translation>جارٍ قراءة الطابور…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="197" />
        <location filename="../../hms_desktop/screens/queue/page.py" line="213" />
        <source>All services</source>
        <translation>كل الخدمات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="211" />
        <source>Services of {room}</source>
        <translation>خدمات {room}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="235" />
        <source>Nobody waits. F6 issues a ticket.</source>
        <translation>لا أحد في الانتظار. اضغط F6 لإصدار تذكرة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="263" />
        <source>{count} waiting</source>
        <translation>في الانتظار: {count}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="265" />
        <source>longest {minutes} min</source>
        <translation>الأطول {minutes} د</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="266" />
        <source>{count} served today</source>
        <translation>خُدم اليوم: {count}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="275" />
        <source>The server does not answer; this is the queue as it was.</source>
        <translation>الخادم لا يجيب؛ هذا هو الطابور كما كان.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="299" />
        <source>Call {ticket} now</source>
        <translation>نداء {ticket} الآن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="302" />
        <source>Put {ticket} back</source>
        <translation>إعادة {ticket} إلى الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="306" />
        <source>Transfer…</source>
        <translation>تحويل…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="310" />
        <source>Take off the queue… (Del)</source>
        <translation>السحب من الطابور… (Del)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="313" />
        <source>Print ticket (Ctrl+P)</source>
        <translation>طباعة التذكرة (Ctrl+P)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="315" />
        <source>Whose ticket is it?…</source>
        <translation>لمن التذكرة؟…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="317" />
        <source>Show the patient</source>
        <translation>عرض المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="326" />
        <source>Finish, on to {service}</source>
        <translation>إنهاء، والتحويل إلى {service}</translation>
    </message>
</context>
<context>
    <name>QuickLine</name>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/quick_line.py" line="51" />
        <source>favourite</source>
        <translation>مفضلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/quick_line.py" line="51" />
        <source>the department's</source>
        <translation>للقسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/quick_line.py" line="58" />
        <source>type the dose in {unit}</source>
        <translation>اكتب الجرعة بوحدة {unit}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/quick_line.py" line="63" />
        <source>tds, q6h, prn · 7 or 2w · 2tab · max 8 · #30 · r2 refills · taper 8x5 6x5</source>
        <translation>tds, q6h, prn · 7 أو 2w · 2tab · max 8 · #30 · r2 إعادات · taper 8x5 6x5</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/quick_line.py" line="74" />
        <source>Medicine</source>
        <translation>الدواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/quick_line.py" line="75" />
        <source>Taken</source>
        <translation>يؤخذ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/quick_line.py" line="77" />
        <source>Quantity</source>
        <translation>الكمية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/quick_line.py" line="80" />
        <source>Take care</source>
        <translation>انتبه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/quick_line.py" line="87" />
        <source>A line at once: amox 500 tds 7 · or the name of a favourite</source>
        <translation>سطر دفعة واحدة: amox 500 tds 7 · أو اسم مفضلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/quick_line.py" line="88" />
        <source>Lines</source>
        <translation>السطور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/quick_line.py" line="118" />
        <source>No such medicine. Type the substance, the brand or the first letters.</source>
        <translation>لا دواء كهذا. اكتب المادة أو الاسم التجاري أو الأحرف الأولى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/quick_line.py" line="119" />
        <source>{examples}. F8 keeps a line as a favourite, offered here; Del drops it.</source>
        <translation>{examples}. F8 يحفظ السطر كمفضلة تُعرض هنا؛ Del يحذفها.</translation>
    </message>
</context>
<context>
    <name>ReasonsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="22" />
        <source>Reasons for priority</source>
        <translation>أسباب الأولوية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="24" />
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="39" />
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="25" />
        <source>Class</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="26" />
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="43" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="29" />
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="72" />
        <source>New reason</source>
        <translation>سبب جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="31" />
        <source>What a desk may choose when somebody goes before others.</source>
        <translation>ما يمكن لمكتب الاستقبال اختياره عند تقديم أحد على غيره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="35" />
        <source>no reason is needed</source>
        <translation>لا يلزم سبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="36" />
        <source>a reason is needed, any words</source>
        <translation>يلزم سبب، بأي صياغة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="37" />
        <source>one of the list is needed</source>
        <translation>يلزم سبب من القائمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="40" />
        <source>Priority class</source>
        <translation>فئة الأولوية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="41" />
        <source>A ticket of this class</source>
        <translation>التذكرة من هذه الفئة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="42" />
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="48" />
        <source>in use</source>
        <translation>قيد الاستخدام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="42" />
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="48" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
</context>
<context>
    <name>ReceivingPage</name>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="45" />
        <source>Receiving</source>
        <translation>الاستلام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="47" />
        <source>Scan a pack of an order that is on its way, or open its line with Enter.</source>
        <translation>امسح عبوة من طلب في الطريق أو افتح سطرها بـ Enter.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving_lists.py" line="18" />
        <source>Order</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving_lists.py" line="19" />
        <source>Supplier</source>
        <translation>المورّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving_lists.py" line="20" />
        <source>Came, %</source>
        <translation>جاء، %</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="55" />
        <source>Orders on their way</source>
        <translation>طلبات في الطريق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="57" />
        <source>No order is on its way.</source>
        <translation>لا طلب في الطريق.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="61" />
        <source>Medicine</source>
        <translation>الدواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="62" />
        <source>Pack of</source>
        <translation>عبوة من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="63" />
        <source>Expected</source>
        <translation>المنتظر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="64" />
        <location filename="../../hms_desktop/screens/purchasing/receiving_lists.py" line="30" />
        <source>Counted</source>
        <translation>معدود</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="68" />
        <source>What is expected, in base units</source>
        <translation>ما يُنتظر، بالوحدات الأساسية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="72" />
        <source>Choose an order, or scan a pack.</source>
        <translation>اختر طلبًا أو امسح عبوة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving_lists.py" line="31" />
        <location filename="../../hms_desktop/screens/purchasing/receiving_lists.py" line="45" />
        <source>Lot</source>
        <translation>التشغيلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving_lists.py" line="32" />
        <source>Expiry</source>
        <translation>الانتهاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving_lists.py" line="33" />
        <source>Packs</source>
        <translation>العبوات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving_lists.py" line="34" />
        <source>Units</source>
        <translation>الوحدات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="74" />
        <source>Counted now</source>
        <translation>عُدّ الآن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="76" />
        <source>Nothing is counted yet.</source>
        <translation>لم يُعدّ شيء بعد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="79" />
        <location filename="../../hms_desktop/screens/purchasing/receiving_lists.py" line="44" />
        <source>Received before</source>
        <translation>استُلم من قبل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving_lists.py" line="47" />
        <source>Receipt</source>
        <translation>الاستلام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving_lists.py" line="49" />
        <source>Left of it</source>
        <translation>بقي منه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="81" />
        <source>Nothing came of this order yet.</source>
        <translation>لم يصل شيء من هذا الطلب بعد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="84" />
        <source>Number of the delivery note</source>
        <translation>رقم إشعار التسليم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="85" />
        <source>Delivery note</source>
        <translation>إشعار التسليم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="86" />
        <source>Remove count</source>
        <translation>إزالة العدد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="88" />
        <source>Take back…</source>
        <translation>استرجاع…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="90" />
        <source>Return to supplier…</source>
        <translation>إعادة إلى المورّد…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="92" />
        <source>Book receipt</source>
        <translation>تسجيل الاستلام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="165" />
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="190" />
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="247" />
        <source>Book or remove what was counted before you open another order.</source>
        <translation>سجّل ما عُدّ أو أزله قبل فتح طلب آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="203" />
        <source>For {store}; expected on {date}.</source>
        <translation>إلى {store}؛ متوقع في {date}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="260" />
        <source>{name} is not on this order.</source>
        <translation>{name} ليس في هذا الطلب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="282" />
        <source>{medicine}: {n} counted</source>
        <translation>{medicine}: عُدّ {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="289" />
        <source>Lot {lot} of {medicine} is recalled: put it aside. Booked, it is frozen and goes to nobody.</source>
        <translation>التشغيلة {lot} من {medicine} مسحوبة: ضعها جانبًا. إذا قُيّدت تُجمَّد ولا تُعطى لأحد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="327" />
        <source>Removed: {name}</source>
        <translation>أُزيل: {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="340" />
        <source>Booking…</source>
        <translation>جارٍ الحجز…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="364" />
        <source>Received: {number}</source>
        <translation>استُلم: {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="367" />
        <source>Received: {number}. Recalled, so put aside and frozen: lot {lots}. Send it back to the supplier.</source>
        <translation>استُلم: {number}. مسحوبة، لذا وُضعت جانبًا وجُمّدت: التشغيلة {lots}. أعدها إلى المورّد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="376" />
        <source>Look at the pack again</source>
        <translation>انظر إلى العبوة ثانيةً</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="378" />
        <source>It is right</source>
        <translation>هو صحيح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="392" />
        <source>A short life</source>
        <translation>عمر قصير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="392" />
        <source>Take it anyway</source>
        <translation>أخذه رغم ذلك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="403" />
        <source>Taken back: {name}</source>
        <translation>استُرجع: {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="413" />
        <source>No store holds anything of this batch any more.</source>
        <translation>لم يعد في أي مخزن شيء من هذه الدفعة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/receiving.py" line="416" />
        <source>Goes back to the supplier: {number}</source>
        <translation>يعود إلى المورّد: {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/kept.py" line="93" />
        <source>What was counted of {title} was not booked; left at {at}.</source>
        <translation>ما عُدّ من {title} لم يُقيَّد؛ تُرك في {at}.</translation>
    </message>
</context>
<context>
    <name>ReorderPage</name>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="62" />
        <source>Medicine</source>
        <translation>الدواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="63" />
        <source>Unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="65" />
        <source>Usable</source>
        <translation>صالح للاستعمال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="73" />
        <source>Used</source>
        <translation>المستهلك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="80" />
        <source>Days left</source>
        <translation>الأيام الباقية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="87" />
        <source>Order at</source>
        <translation>الطلب عند</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="88" />
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="217" />
        <source>Order up to</source>
        <translation>الطلب حتى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="90" />
        <source>To order</source>
        <translation>للطلب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="99" />
        <source>What to order</source>
        <translation>ما يجب طلبه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="101" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="104" />
        <source>Set level…</source>
        <translation>تحديد المستوى…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="115" />
        <source>Reorder</source>
        <translation>إعادة الطلب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="123" />
        <source>There is no store yet; a manager adds one on the page Stores.</source>
        <translation>لا مخزن بعد؛ يضيف المدير واحدًا في صفحة المخازن.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="130" />
        <source>Nothing is held or used here yet.</source>
        <translation>لا شيء هنا محفوظ أو مستهلك بعد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="133" />
        <source>{order} to order · {out} out of stock · {soon} last less than {days} days</source>
        <translation>{order} للطلب · {out} نفد · {soon} يكفي أقل من {days} يومًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="142" />
        <source>Used in {days} days: dispensed, issued or sent to another shelf. A suggested level lasts {n} days.</source>
        <translation>المستهلك في {days} يومًا: ما صُرف أو سُلّم أو نُقل إلى رفّ آخر. المستوى المقترح يكفي {n} يومًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="181" />
        <source>{name} is neither held nor used here; scan it again to set a level for it.</source>
        <translation>لا يُحتفظ بـ {name} هنا ولا يُستعمل؛ امسحه مرة أخرى لتحديد مستوى له.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="206" />
        <source>When to order again</source>
        <translation>متى يُعاد الطلب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="207" />
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="209" />
        <source>{medicine}, in {unit}. Order up to 0 takes the level away.</source>
        <translation>{medicine}، بوحدة {unit}. الطلب حتى 0 يلغي المستوى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="216" />
        <source>Order when no more than</source>
        <translation>الطلب عندما لا يزيد عن</translation>
    </message>
</context>
<context>
    <name>RepeatForm</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="38" />
        <source>weeks</source>
        <translation>أسابيع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="38" />
        <source>days</source>
        <translation>أيام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="38" />
        <source>months</source>
        <translation>أشهر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="39" />
        <source>after so many visits</source>
        <translation>بعد عدد من الزيارات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="39" />
        <source>on a date</source>
        <translation>في تاريخ محدد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="43" />
        <source>Every</source>
        <translation>كل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="44" />
        <source>Unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="45" />
        <source>It ends</source>
        <translation>تنتهي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="46" />
        <source>Visits</source>
        <translation>الزيارات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="47" />
        <source>Last date</source>
        <translation>آخر تاريخ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="49" />
        <source>Dates of the visits</source>
        <translation>تواريخ الزيارات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="84" />
        <source>✗ {date}: {why}</source>
        <translation>✗ {date}: {why}</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/reports/page.py" line="45" />
        <location filename="../../hms_desktop/screens/reports/page.py" line="61" />
        <source>Reports</source>
        <translation>التقارير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/page.py" line="58" />
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/page.py" line="71" />
        <source>all</source>
        <translation>الكل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/page.py" line="78" />
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/page.py" line="80" />
        <source>Save as file…</source>
        <translation>حفظ كملف…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/page.py" line="86" />
        <source>Period</source>
        <translation>المدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/page.py" line="87" />
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/page.py" line="88" />
        <source>Until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/page.py" line="89" />
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/page.py" line="90" />
        <source>Department</source>
        <translation>القسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/page.py" line="91" />
        <source>Store</source>
        <translation>المخزن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/page.py" line="108" />
        <source>Table</source>
        <translation>الجدول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/page.py" line="111" />
        <source>The report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/page.py" line="207" />
        <source>Reading the report…</source>
        <translation>جارٍ قراءة التقرير…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/page.py" line="244" />
        <source>Saving the report…</source>
        <translation>جارٍ حفظ التقرير…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/page.py" line="255" />
        <source>Saved in {file}; rows: {rows}.</source>
        <translation>حُفظت في {file}؛ عدد الصفوف: {rows}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/page.py" line="258" />
        <location filename="../../hms_desktop/screens/reports/page.py" line="260" />
        <source>Save the report</source>
        <translation>حفظ التقرير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/page.py" line="263" />
        <source>Page (*.pdf)</source>
        <translation>صفحة (*.pdf)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/page.py" line="264" />
        <source>Workbook (*.xlsx)</source>
        <translation>مصنف (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/page.py" line="265" />
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <location filename="../../hms_desktop/app/finding.py" line="42" />
        <source>What</source>
        <translation>النوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/finding.py" line="43" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/finding.py" line="44" />
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/finding.py" line="48" />
        <source>Found</source>
        <translation>وُجد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/finding.py" line="53" />
        <source>Nothing found</source>
        <translation>لا توجد نتائج</translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/returning.py" line="22" />
        <source>Take back what was counted wrong</source>
        <translation>استرجاع ما عُدّ خطأً</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/returning.py" line="22" />
        <source>Return to the supplier</source>
        <translation>إعادة إلى المورّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/returning.py" line="23" />
        <source>{medicine}, lot {lot}: {left} units.</source>
        <translation>{medicine}، التشغيلة {lot}: {left} وحدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/returning.py" line="26" />
        <source>Take back</source>
        <translation>استرجاع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/returning.py" line="26" />
        <source>Return</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/returning.py" line="36" />
        <source>Out of</source>
        <translation>من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/returning.py" line="37" />
        <source>Base units</source>
        <translation>الوحدات الأساسية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/returning.py" line="38" />
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/returning.py" line="43" />
        <source>Type a whole number.</source>
        <translation>اكتب عددًا صحيحًا.</translation>
    </message>
</context>
<context>
    <name>RoomDialog</name>
    <message>
        <location filename="../../hms_desktop/app/room_dialog.py" line="22" />
        <source>Where do you work?</source>
        <translation>أين تعمل؟</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/room_dialog.py" line="27" />
        <source>Type to find a room or counter</source>
        <translation>اكتب للبحث عن غرفة أو شباك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/room_dialog.py" line="33" />
        <source>Room or counter</source>
        <translation>الغرفة أو الشباك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/room_dialog.py" line="34" />
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/room_dialog.py" line="35" />
        <source>Serves</source>
        <translation>يخدم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/room_dialog.py" line="39" />
        <source>Rooms and counters</source>
        <translation>الغرف والشبابيك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/room_dialog.py" line="41" />
        <source>No such room; an administrator adds rooms.</source>
        <translation>لا توجد غرفة كهذه؛ يضيف المسؤول الغرف.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/room_dialog.py" line="46" />
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/room_dialog.py" line="48" />
        <source>Work here</source>
        <translation>العمل هنا</translation>
    </message>
</context>
<context>
    <name>RoomsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="22" />
        <source>Rooms and counters</source>
        <translation>الغرف والشبابيك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="24" />
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="35" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="25" />
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="36" />
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="26" />
        <source>Serves</source>
        <translation>يخدم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="27" />
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="38" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="30" />
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="52" />
        <source>New room or counter</source>
        <translation>غرفة أو شباك جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="32" />
        <source>Where patients are called to, by the name that the screens show and say.</source>
        <translation>المكان الذي يُنادى إليه المرضى، بالاسم الذي تعرضه الشاشات وتنطقه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="37" />
        <source>Serves (Space ticks)</source>
        <translation>تخدم (المسافة للتحديد)</translation>
    </message>
</context>
<context>
    <name>RowsTab</name>
    <message>
        <location filename="../../hms_desktop/screens/fleet/tabs.py" line="61" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
</context>
<context>
    <name>SafetyPage</name>
    <message>
        <location filename="../../hms_desktop/screens/safety/page.py" line="21" />
        <source>Safety</source>
        <translation>السلامة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/page.py" line="23" />
        <source>What the suite warns of, and what comes of it. Ctrl+Page Down goes to the next list.</source>
        <translation>ممّ يحذّر البرنامج وما ينتج عنه. Ctrl+Page Down ينتقل إلى القائمة التالية.</translation>
    </message>
</context>
<context>
    <name>ScannerChoice</name>
    <message>
        <location filename="../../hms_desktop/app/scanner_choice.py" line="20" />
        <source>Scanner at this workstation</source>
        <translation>الماسح في محطة العمل هذه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/scanner_choice.py" line="29" />
        <source>A scanner that types as a keyboard does works everywhere without a choice.</source>
        <translation>الماسح الذي يكتب كلوحة مفاتيح يعمل في كل مكان بلا اختيار.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/scanner_choice.py" line="35" />
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/scanner_choice.py" line="39" />
        <source>Serial port of the scanner</source>
        <translation>المنفذ التسلسلي للماسح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/scanner_choice.py" line="45" />
        <source>{n} baud</source>
        <translation>{n} باود</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/scanner_choice.py" line="46" />
        <source>Speed of the scanner</source>
        <translation>سرعة الماسح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/scanner_choice.py" line="64" />
        <source>No serial scanner.</source>
        <translation>لا ماسح تسلسليًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/scanner_choice.py" line="66" />
        <source>The scanner is connected.</source>
        <translation>الماسح متصل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/scanner_choice.py" line="68" />
        <source>The scanner is not plugged in; it is tried again every two seconds.</source>
        <translation>الماسح غير موصول؛ تُعاد المحاولة كل ثانيتين.</translation>
    </message>
</context>
<context>
    <name>SchedulesPage</name>
    <message>
        <location filename="../../hms_desktop/screens/jobs/schedules.py" line="36" />
        <location filename="../../hms_desktop/screens/jobs/schedules.py" line="79" />
        <source>Schedules</source>
        <translation>الجداول الزمنية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/schedules.py" line="38" />
        <source>Work</source>
        <translation>العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/schedules.py" line="39" />
        <location filename="../../hms_desktop/screens/jobs/schedules.py" line="53" />
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/schedules.py" line="40" />
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/schedules.py" line="41" />
        <source>Last</source>
        <translation>الأخير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/schedules.py" line="42" />
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/schedules.py" line="43" />
        <source>What came of it</source>
        <translation>تفاصيل النتيجة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/schedules.py" line="48" />
        <source>Do it now</source>
        <translation>تنفيذ الآن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/schedules.py" line="51" />
        <source>every so many minutes</source>
        <translation>كل عدد من الدقائق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/schedules.py" line="51" />
        <source>at a time of day</source>
        <translation>في وقت محدد من اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/schedules.py" line="52" />
        <source>is done</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/schedules.py" line="52" />
        <source>paused</source>
        <translation>موقوف مؤقتًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/schedules.py" line="54" />
        <source>Minutes between two turns</source>
        <translation>الدقائق بين مرة وأخرى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/schedules.py" line="55" />
        <source>Time of day</source>
        <translation>وقت اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/schedules.py" line="56" />
        <source>On these days (none ticked: every day)</source>
        <translation>في هذه الأيام (بلا اختيار: كل يوم)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/schedules.py" line="57" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/schedules.py" line="83" />
        <source>Type a time of day as in 02:30.</source>
        <translation>اكتب وقت اليوم مثل 02:30.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/schedules.py" line="109" />
        <source>{work}: the worker begins within seconds.</source>
        <translation>{work}: يبدأ عامل المهام خلال ثوانٍ.</translation>
    </message>
</context>
<context>
    <name>ScopeChoice</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/scopes.py" line="67" />
        <location filename="../../hms_desktop/screens/appointments/scopes.py" line="79" />
        <source>Whose appointments</source>
        <translation>مواعيد مَن</translation>
    </message>
</context>
<context>
    <name>ScreensPage</name>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="49" />
        <source>Screens</source>
        <translation>الشاشات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="51" />
        <source>Screen</source>
        <translation>الشاشة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="52" />
        <source>Shows</source>
        <translation>تعرض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="52" />
        <source>every room</source>
        <translation>كل الغرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="54" />
        <location filename="../../hms_desktop/screens/displays/screens.py" line="91" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="57" />
        <location filename="../../hms_desktop/screens/displays/screens.py" line="148" />
        <source>New screen</source>
        <translation>شاشة جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="83" />
        <source>a video or a calm picture beside the list</source>
        <translation>فيديو أو صورة هادئة بجانب القائمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="84" />
        <source>the list alone</source>
        <translation>القائمة وحدها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="91" />
        <source>in use</source>
        <translation>مستخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="91" />
        <location filename="../../hms_desktop/screens/displays/screens.py" line="204" />
        <source>closed</source>
        <translation>مغلقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="87" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="88" />
        <source>Rooms (none ticked: every room)</source>
        <translation>الغرف (بلا اختيار: كل الغرف)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="100" />
        <source>Speaks</source>
        <translation>تتحدث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="89" />
        <source>Layout</source>
        <translation>التخطيط</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="53" />
        <source>Last shown</source>
        <translation>آخر ما عُرض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="61" />
        <source>A screen shows and speaks the calls to its rooms; it does at once what is saved here.</source>
        <translation>تعرض الشاشة النداءات إلى غرفها وتنطقها؛ وتنفذ فورًا ما يُحفظ هنا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="66" />
        <source>Test call</source>
        <translation>نداء تجريبي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="68" />
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="85" />
        <source>upright: the video above the list</source>
        <translation>عمودي: الفيديو فوق القائمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="90" />
        <source>Video</source>
        <translation>الفيديو</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="90" />
        <source>plays</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="90" />
        <source>off</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="92" />
        <source>shown</source>
        <translation>يُعرض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="92" />
        <source>not shown</source>
        <translation>لا يُعرض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="93" />
        <source>How many wait</source>
        <translation>عدد المنتظرين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="94" />
        <source>Expected waits</source>
        <translation>الانتظار المتوقع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="95" />
        <source> s</source>
        <translation> ث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="96" />
        <source>A called ticket stands</source>
        <translation>تبقى التذكرة المنادى عليها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="97" />
        <source>Dimmed</source>
        <translation>معتمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="97" />
        <location filename="../../hms_desktop/screens/displays/screens.py" line="102" />
        <source>for example 22-6</source>
        <translation>مثلًا 22-6</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="101" />
        <source>Volume of the voice</source>
        <translation>مستوى الصوت الناطق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="101" />
        <location filename="../../hms_desktop/screens/displays/screens.py" line="103" />
        <location filename="../../hms_desktop/screens/displays/screens.py" line="104" />
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="102" />
        <source>Silent, calls only shown</source>
        <translation>صامتة، تُعرض النداءات فقط</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="103" />
        <source>Volume of the film</source>
        <translation>مستوى صوت الفيلم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="104" />
        <source>… while somebody is called</source>
        <translation>… أثناء النداء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="139" />
        <source>Its login is made at the screen's computer: hms-admin kiosk add NAME --settings FILE</source>
        <translation>يُنشأ حسابها على حاسوب الشاشة: hms-admin kiosk add NAME --settings FILE</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="141" />
        <source>Signs in as {login}. A new secret: hms-admin kiosk add NAME --settings FILE</source>
        <translation>تدخل باسم {login}. لسر جديد: hms-admin kiosk add NAME --settings FILE</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="152" />
        <source>Choose at least one language.</source>
        <translation>اختر لغة واحدة على الأقل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="154" />
        <source>Type hours as in 22-6 or 22:00-06:00, or nothing.</source>
        <translation>اكتب الساعات مثل 22-6 أو 22:00-06:00 أو لا شيء.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="184" />
        <source>Test call: not shown yet</source>
        <translation>نداء تجريبي: لم يُعرض بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="186" />
        <source>Test call: shown, not spoken</source>
        <translation>نداء تجريبي: عُرض ولم يُنطق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="188" />
        <source>Test call: shown and spoken</source>
        <translation>نداء تجريبي: عُرض ونُطق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="206" />
        <source>not set up yet</source>
        <translation>لم تُجهَّز بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="206" />
        <source>never seen yet</source>
        <translation>لم تظهر بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="209" />
        <source>alive</source>
        <translation>تعمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="209" />
        <source>out of service</source>
        <translation>خارج الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/screens.py" line="208" />
        <source>dead since {time}</source>
        <translation>متوقفة منذ {time}</translation>
    </message>
</context>
<context>
    <name>SeatCard</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="206" />
        <source>Counter</source>
        <translation>الشباك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="208" />
        <location filename="../../hms_desktop/screens/queue/panel.py" line="232" />
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="209" />
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="210" />
        <source>Close…</source>
        <translation>إغلاق…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="232" />
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <location filename="../../hms_desktop/screens/organisation/services.py" line="25" />
        <source>Services</source>
        <translation>الخدمات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/services.py" line="27" />
        <source>Letters</source>
        <translation>الحروف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/services.py" line="28" />
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/services.py" line="29" />
        <location filename="../../hms_desktop/screens/organisation/services.py" line="40" />
        <source>Department</source>
        <translation>القسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/services.py" line="30" />
        <source>Rooms</source>
        <translation>الغرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/services.py" line="31" />
        <location filename="../../hms_desktop/screens/organisation/services.py" line="41" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/services.py" line="34" />
        <location filename="../../hms_desktop/screens/organisation/services.py" line="61" />
        <source>New service</source>
        <translation>خدمة جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/services.py" line="36" />
        <source>A patient waits for a service; its letters stand before the ticket's number.</source>
        <translation>ينتظر المريض خدمة؛ وتُكتب حروفها قبل رقم التذكرة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/services.py" line="38" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/services.py" line="39" />
        <source>Letters on the ticket, A to Z</source>
        <translation>حروف التذكرة، من A إلى Z</translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="185" />
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="193" />
        <source>Weekday</source>
        <translation>يوم الأسبوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="186" />
        <source>Hours</source>
        <translation>الساعات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="187" />
        <source>Slot, min</source>
        <translation>الفترة، د</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="188" />
        <source>Places</source>
        <translation>الأماكن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="189" />
        <source>On top</source>
        <translation>إضافي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="190" />
        <source>Where and who</source>
        <translation>أين ومن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="192" />
        <source>Weekly sessions</source>
        <translation>الجلسات الأسبوعية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="192" />
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="232" />
        <source>New session</source>
        <translation>جلسة جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="194" />
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="195" />
        <source>Until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="196" />
        <source>Length of a slot, minutes</source>
        <translation>مدة الفترة، بالدقائق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="197" />
        <source>Places in a slot</source>
        <translation>الأماكن في الفترة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="198" />
        <source>On top of a session, with permission</source>
        <translation>حجوزات إضافية في الجلسة، بإذن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="199" />
        <source>First date</source>
        <translation>أول تاريخ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="200" />
        <source>Last date (2099: goes on)</source>
        <translation>آخر تاريخ (2099: مستمرة)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="202" />
        <source>Doctor</source>
        <translation>الطبيب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="203" />
        <source>Room</source>
        <translation>الغرفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="206" />
        <source>as the clinic usually has</source>
        <translation>كما للعيادة عادةً</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="237" />
        <source>A session ends after it begins.</source>
        <translation>تنتهي الجلسة بعد بدايتها.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="44" />
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="45" />
        <source>They belong to this workstation: {name}</source>
        <translation>تخص محطة العمل هذه: {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="50" />
        <source>As the computer does</source>
        <translation>كما في الحاسوب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="51" />
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="52" />
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="53" />
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="58" />
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="59" />
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="61" />
        <source>Another language appears at once; while something typed is not saved, at your next sign-in.</source>
        <translation>تظهر اللغة الأخرى فورًا؛ وإن وُجد نص لم يُحفظ، فعند دخولك التالي.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="90" />
        <source>{title} is set by your IT department ({where}).</source>
        <translation>قسم تقنية المعلومات لديكم يحدد «{title}» ({where}).</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="110" />
        <source>The desk locks itself after {n} minutes without a key or a click.</source>
        <translation>يُقفل المكتب نفسه بعد {n} دقائق دون ضغطة مفتاح أو نقرة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="112" />
        <source>The desk does not lock itself; Ctrl+L locks it.</source>
        <translation>المكتب لا يُقفل تلقائيًا؛ اضغط Ctrl+L لقفله.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="116" />
        <source>Your IT department has set this ({where}).</source>
        <translation>حدّد قسم تقنية المعلومات لديكم هذا ({where}).</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="119" />
        <source>Your password is that of the hospital's directory; it is changed there.</source>
        <translation>كلمة مرورك هي كلمة مرور دليل المستشفى، وتُغيَّر هناك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="123" />
        <source>Change password…</source>
        <translation>تغيير كلمة المرور…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="132" />
        <source>HMS Desktop {version}</source>
        <translation>HMS Desktop {version}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="137" />
        <source>Log: {file}</source>
        <translation>السجل: {file}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="142" />
        <source>Version {version} can be had; IT installs it.</source>
        <translation>الإصدار {version} متاح؛ يثبّته قسم تقنية المعلومات.</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/sheet.py" line="122" />
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="58" />
        <source>Medicine</source>
        <translation>الدواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/sheet.py" line="124" />
        <source>Directions</source>
        <translation>الإرشادات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/sheet.py" line="130" />
        <source>Prescribed</source>
        <translation>الموصوف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/sheet.py" line="131" />
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="62" />
        <source>Left</source>
        <translation>الباقي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/sheet.py" line="132" />
        <source>Batch and expiry</source>
        <translation>الدفعة والانتهاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/sheet.py" line="133" />
        <source>In store</source>
        <translation>في المخزن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/sheet.py" line="134" />
        <source>Give</source>
        <translation>يُعطى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/sheet.py" line="135" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/sheet.py" line="139" />
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="66" />
        <source>Lines of the prescription</source>
        <translation>سطور الوصفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="59" />
        <source>Taken</source>
        <translation>يؤخذ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="60" />
        <source>Quantity</source>
        <translation>الكمية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="61" />
        <source>Supplied</source>
        <translation>صُرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="68" />
        <source>Choose a prescription.</source>
        <translation>اختر وصفة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="84" />
        <source>No prescription chosen</source>
        <translation>لم تُختر وصفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="88" />
        <source>Prescription {number}</source>
        <translation>الوصفة {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="90" />
        <source>{prescriber}, transcribed by {person}</source>
        <translation>{prescriber}، نقلها {person}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="96" />
        <source>written {day}</source>
        <translation>كُتبت {day}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="97" />
        <source>valid until {day}</source>
        <translation>صالحة حتى {day}</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <location filename="../../hms_desktop/app/shell.py" line="103" />
        <source>HMS Desktop</source>
        <translation>HMS Desktop</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/shell.py" line="107" />
        <source>Pharmacy · Alt +</source>
        <translation>الصيدلية · Alt +</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/shell.py" line="108" />
        <source>Administration · Alt +</source>
        <translation>الإدارة · Alt +</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/shell.py" line="146" />
        <source>Choose the room where you work</source>
        <translation>اختر الغرفة التي تعمل فيها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/shell.py" line="147" />
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/shell.py" line="148" />
        <source>Change password</source>
        <translation>تغيير كلمة المرور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/shell.py" line="149" />
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/shell.py" line="211" />
        <source>Typed and not saved: {n}. Do it once more to leave it unsaved.</source>
        <translation>مكتوب وغير محفوظ: {n}. كرّر الإجراء للمتابعة من دون حفظ.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/shell.py" line="222" />
        <source>There is nothing here that this code could be for.</source>
        <translation>لا شيء هنا يمكن أن يكون هذا الرمز له.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/shell.py" line="246" />
        <source>Choose your room</source>
        <translation>اختر غرفتك</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="43" />
        <location filename="../../hms_desktop/app/sign_in.py" line="56" />
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="50" />
        <location filename="../../hms_desktop/app/sign_in.py" line="65" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="51" />
        <location filename="../../hms_desktop/app/sign_in.py" line="66" />
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="53" />
        <source>The password is that of the hospital's directory; with Kerberos leave it empty.</source>
        <translation>كلمة المرور هي كلمة مرور دليل المستشفى؛ ومع Kerberos اتركها فارغة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="64" />
        <source>Duty</source>
        <translation>المهمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="75" />
        <source>The demo hospital on this computer. Nobody in it is real.</source>
        <translation>المستشفى التجريبي على هذا الحاسوب. لا أحد فيه حقيقي.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="76" />
        <source>this computer</source>
        <translation>هذا الحاسوب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="77" />
        <source>{database} on {place}</source>
        <translation>{database} على {place}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="82" />
        <source>Leave the demo…</source>
        <translation>مغادرة العرض التجريبي…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="82" />
        <source>Another server…</source>
        <translation>خادم آخر…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="92" />
        <source>Who do you want to be?</source>
        <translation>من تريد أن تكون؟</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="93" />
        <source>Enter or a double click signs in. The passwords were made for this computer.</source>
        <translation>مفتاح Enter أو نقرة مزدوجة لتسجيل الدخول. أُنشئت كلمات المرور لهذا الحاسوب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="95" />
        <source>Accounts of the demo</source>
        <translation>حسابات العرض التجريبي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="120" />
        <source>Type your name and your password.</source>
        <translation>اكتب اسمك وكلمة مرورك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="123" />
        <source>Signing in…</source>
        <translation>جارٍ تسجيل الدخول…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="139" />
        <source>Five wrong passwords in a minute; wait {seconds} seconds and try again.</source>
        <translation>خمس كلمات مرور خاطئة في دقيقة؛ انتظر {seconds} ثانية ثم حاول مجددًا.</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="26" />
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="28" />
        <location filename="../../hms_desktop/screens/staff/page.py" line="45" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="29" />
        <location filename="../../hms_desktop/screens/staff/page.py" line="46" />
        <source>Signs in as</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="30" />
        <source>Duties</source>
        <translation>المهام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="32" />
        <location filename="../../hms_desktop/screens/staff/page.py" line="51" />
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="33" />
        <location filename="../../hms_desktop/screens/staff/page.py" line="52" />
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="33" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="39" />
        <location filename="../../hms_desktop/screens/staff/page.py" line="82" />
        <source>New person</source>
        <translation>شخص جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="41" />
        <source>Each person signs in with an account of their own; duties decide what it may do.</source>
        <translation>يدخل كل شخص بحسابه الخاص؛ والمهام تحدد ما يُسمح له به.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="47" />
        <source>First password</source>
        <translation>كلمة المرور الأولى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="48" />
        <source>Duties (Space ticks)</source>
        <translation>المهام (المسافة للتحديد)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="52" />
        <source>closed, cannot sign in</source>
        <translation>مغلق، لا يمكنه الدخول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="54" />
        <source>New password…</source>
        <translation>كلمة مرور جديدة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="80" />
        <source>not shown to anybody</source>
        <translation>لا تظهر لأحد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="91" />
        <source>Choose at least one duty for this person.</source>
        <translation>اختر مهمة واحدة على الأقل لهذا الشخص.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="128" />
        <source>{name} signs in with it from now on; tell it to nobody else.</source>
        <translation>يدخل بها {name} من الآن؛ لا تخبر بها أحدًا غيره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="130" />
        <source>A new password</source>
        <translation>كلمة مرور جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="131" />
        <source>Give this password</source>
        <translation>منح كلمة المرور هذه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="138" />
        <source>New password</source>
        <translation>كلمة مرور جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="141" />
        <source>{name} has a new password.</source>
        <translation>لدى {name} كلمة مرور جديدة.</translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message>
        <location filename="../../hms_desktop/app/starting.py" line="16" />
        <source>The demo hospital is opening</source>
        <translation>جارٍ فتح المستشفى التجريبي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/starting.py" line="20" />
        <source>Working</source>
        <translation>جارٍ العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/starting.py" line="21" />
        <source>Starting the database on this computer…</source>
        <translation>جارٍ تشغيل قاعدة البيانات على هذا الحاسوب…</translation>
    </message>
</context>
<context>
    <name>StockPage</name>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="60" />
        <source>Stock</source>
        <translation>المخزون</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="61" />
        <source>Arrow keys choose a batch, Tab goes to its card. A scan finds the batch of a pack.</source>
        <translation>أسهم لاختيار دفعة، وTab إلى بطاقتها. المسح يجد دفعة العبوة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="68" />
        <source>Medicine or lot</source>
        <translation>الدواء أو التشغيلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="71" />
        <source>Medicine</source>
        <translation>الدواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="72" />
        <source>Lot</source>
        <translation>التشغيلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="74" />
        <source>Expiry</source>
        <translation>الانتهاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="76" />
        <source>In stock</source>
        <translation>في المخزون</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="78" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="86" />
        <source>Batches on the shelf</source>
        <translation>الدفعات على الرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="88" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="94" />
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="95" />
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="96" />
        <source>Units</source>
        <translation>الوحدات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="97" />
        <source>Left</source>
        <translation>الباقي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="98" />
        <source>About</source>
        <translation>عن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="101" />
        <source>Entries of this batch, newest first</source>
        <translation>قيود هذه الدفعة، الأحدث أولًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="103" />
        <location filename="../../hms_desktop/screens/stock/page.py" line="265" />
        <source>Choose a batch to see its card.</source>
        <translation>اختر دفعة لترى بطاقتها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="110" />
        <source>Opening stock…</source>
        <translation>رصيد افتتاحي…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="111" />
        <source>Transfer…</source>
        <translation>نقل…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="112" />
        <source>Issue…</source>
        <translation>تسليم…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="113" />
        <source>Write off…</source>
        <translation>شطب…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="114" />
        <source>Brought back…</source>
        <translation>أُعيد…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="115" />
        <location filename="../../hms_desktop/screens/stock/page.py" line="296" />
        <source>Quarantine…</source>
        <translation>حجر…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="116" />
        <source>Recall…</source>
        <translation>سحب…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="117" />
        <source>Take entry back…</source>
        <translation>استرجاع القيد…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="118" />
        <source>Print label</source>
        <translation>طباعة الملصق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="171" />
        <source>There is no store yet; a manager adds one on the page Stores.</source>
        <translation>لا مخزن بعد؛ يضيف المدير واحدًا في صفحة المخازن.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/stock/page.py" line="184" />
        <source>%n batch(es)</source>
        <translation>
            <numerusform>%n دفعات</numerusform>
            <numerusform>%n دفعات</numerusform>
            <numerusform>%n دفعات</numerusform>
            <numerusform>%n دفعات</numerusform>
            <numerusform>%n دفعات</numerusform>
            <numerusform>%n دفعات</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="186" />
        <source>Nothing like that lies in this store.</source>
        <translation>لا شيء كهذا في هذا المخزن.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="186" />
        <source>This store is empty.</source>
        <translation>هذا المخزن فارغ.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="230" />
        <source>No batch of this medicine has the lot {lot}.</source>
        <translation>لا توجد لهذا الدواء تشغيلة رقمها {lot}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="249" />
        <source>Nothing of this batch is left in any store.</source>
        <translation>لم يبق من هذه الدفعة شيء في أي مخزن.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="296" />
        <source>Release…</source>
        <translation>إفراج…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="305" />
        <source>Done; it stands on the batch card.</source>
        <translation>تمّ؛ وهو في بطاقة الدفعة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="333" />
        <source>Release from quarantine</source>
        <translation>إفراج من الحجر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="333" />
        <source>Release</source>
        <translation>إفراج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="334" />
        <source>Put in quarantine</source>
        <translation>وضع في الحجر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="334" />
        <source>Quarantine</source>
        <translation>حجر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="344" />
        <source>Recall this lot in every store</source>
        <translation>سحب هذه التشغيلة من كل مخزن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="344" />
        <source>Recall</source>
        <translation>سحب</translation>
    </message>
</context>
<context>
    <name>StockRulesPage</name>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="98" />
        <source>Stock</source>
        <translation>المخزون</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="99" />
        <source>An entry may be dated back by</source>
        <translation>يمكن أن يسبق تاريخ القيد اليوم بـ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="99" />
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="100" />
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="101" />
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="102" />
        <source> days</source>
        <translation> يومًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="100" />
        <source>Use is measured over</source>
        <translation>يُقاس الاستهلاك على مدى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="101" />
        <source>It is ordered when it lasts no longer than</source>
        <translation>يُطلب عندما لا يكفي لأكثر من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="102" />
        <source>What is then ordered lasts</source>
        <translation>وما يُطلب حينها يكفي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="112" />
        <source>How stock is kept</source>
        <translation>قواعد حفظ المخزون</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/rules_page.py" line="116" />
        <source>An order lasts longer than the level at which it is made; enter more days.</source>
        <translation>يكفي الطلب مدة أطول من المستوى الذي يُطلب عنده؛ أدخل أيامًا أكثر.</translation>
    </message>
</context>
<context>
    <name>StoresPage</name>
    <message>
        <location filename="../../hms_desktop/screens/stock/stores.py" line="24" />
        <source>Stores</source>
        <translation>المخازن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/stores.py" line="26" />
        <location filename="../../hms_desktop/screens/stock/stores.py" line="42" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/stores.py" line="27" />
        <location filename="../../hms_desktop/screens/stock/stores.py" line="43" />
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/stores.py" line="28" />
        <location filename="../../hms_desktop/screens/stock/stores.py" line="44" />
        <source>Department</source>
        <translation>القسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/stores.py" line="30" />
        <location filename="../../hms_desktop/screens/stock/stores.py" line="46" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/stores.py" line="37" />
        <location filename="../../hms_desktop/screens/stock/stores.py" line="64" />
        <source>New store</source>
        <translation>مخزن جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/stores.py" line="39" />
        <source>What patients bring back and what is held apart lies in a quarantine store.</source>
        <translation>ما يعيده المرضى وما يُعزل يوضع في مخزن الحجر.</translation>
    </message>
</context>
<context>
    <name>SuppliersPage</name>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="29" />
        <source>Suppliers</source>
        <translation>المورّدون</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="31" />
        <source>Supplier</source>
        <translation>المورّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="32" />
        <source>Contact</source>
        <translation>جهة الاتصال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="33" />
        <source>Delivers in, days</source>
        <translation>يسلّم خلال، أيام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="34" />
        <source>Open orders</source>
        <translation>طلبات مفتوحة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="35" />
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="50" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="38" />
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="110" />
        <source>New supplier</source>
        <translation>مورّد جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="41" />
        <source>Their delivery time is what an order promises when it is sent.</source>
        <translation>مدة تسليمهم هي ما يعد به الطلب عند إرساله.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="42" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="43" />
        <source>Delivery time in days</source>
        <translation>مدة التسليم بالأيام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="44" />
        <source>Contact person</source>
        <translation>الشخص المسؤول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="45" />
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="46" />
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="47" />
        <source>Address, in one line</source>
        <translation>العنوان، في سطر واحد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="48" />
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="49" />
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="97" />
        <source>in use</source>
        <translation>مستعمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="49" />
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="97" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="51" />
        <source>No supplier yet. Fill in the form to add the first one.</source>
        <translation>لا مورّد بعد. املأ النموذج لإضافة الأول.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="74" />
        <source>No supplier has delivered {name} yet.</source>
        <translation>لم يورّد أي مورّد {name} بعد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/suppliers.py" line="87" />
        <source>{name}: last of {supplier} on {date}, {price} for {units}.</source>
        <translation>{name}: آخر مرة من {supplier} في {date}، {price} مقابل {units}.</translation>
    </message>
</context>
<context>
    <name>TakeOffDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="150" />
        <source>Take {ticket} off the queue</source>
        <translation>سحب {ticket} من الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="151" />
        <source>The number is not used again. Ctrl+Z takes it back.</source>
        <translation>لا يُستخدم الرقم مرة أخرى. اضغط Ctrl+Z للتراجع.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="155" />
        <source>Patient left</source>
        <translation>غادر المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="155" />
        <source>Issued by mistake</source>
        <translation>صدرت بالخطأ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="155" />
        <source>Sent elsewhere</source>
        <translation>أُرسل إلى مكان آخر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="157" />
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="160" />
        <source>Take off</source>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/bar.py" line="65" />
        <location filename="../../hms_desktop/screens/appointments/bar.py" line="68" />
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/bar.py" line="67" />
        <source>Earlier</source>
        <translation>السابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/bar.py" line="69" />
        <source>Later</source>
        <translation>اللاحق</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="54" />
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="71" />
        <location filename="../../hms_desktop/screens/reports/today.py" line="104" />
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="71" />
        <source>Longest wait</source>
        <translation>أطول انتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="72" />
        <location filename="../../hms_desktop/screens/reports/today.py" line="107" />
        <source>Served</source>
        <translation>من خُدموا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="72" />
        <location filename="../../hms_desktop/screens/reports/today.py" line="108" />
        <source>No-shows</source>
        <translation>من لم يحضروا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="79" />
        <source>Patients</source>
        <translation>المرضى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="82" />
        <source>in all</source>
        <translation>الإجمالي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="83" />
        <source>seen in the last 30 days</source>
        <translation>راجعوا في آخر 30 يومًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="84" />
        <source>new in the last 30 days</source>
        <translation>جدد في آخر 30 يومًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="96" />
        <source>Arrivals</source>
        <translation>الوصول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="96" />
        <source>Waits</source>
        <translation>مدد الانتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="103" />
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="105" />
        <source>Longest, min</source>
        <translation>الأطول، دقيقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="106" />
        <source>Usual, min</source>
        <translation>المعتاد، دقيقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="112" />
        <source>Services today</source>
        <translation>خدمات اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="114" />
        <source>Nobody has come yet today. The first ticket shows here at once.</source>
        <translation>لم يحضر أحد اليوم بعد. تظهر أول تذكرة هنا فورًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="124" />
        <location filename="../../hms_desktop/screens/reports/today.py" line="199" />
        <source>Arrivals by the hour</source>
        <translation>الوصول حسب الساعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="125" />
        <location filename="../../hms_desktop/screens/reports/today.py" line="205" />
        <source>Waits by the hour of arrival</source>
        <translation>مدد الانتظار حسب ساعة الوصول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="176" />
        <source>{date} until {time}</source>
        <translation>{date} حتى {time}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/reports/today.py" line="178" />
        <source>%n at the counters</source>
        <translation>
            <numerusform>عند الشبابيك: %n</numerusform>
            <numerusform>عند الشبابيك: %n</numerusform>
            <numerusform>عند الشبابيك: %n</numerusform>
            <numerusform>عند الشبابيك: %n</numerusform>
            <numerusform>عند الشبابيك: %n</numerusform>
            <numerusform>عند الشبابيك: %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="180" />
        <source>usual today: {wait}</source>
        <translation>المعتاد اليوم: {wait}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/reports/today.py" line="183" />
        <source>%n tickets given</source>
        <translation>
            <numerusform>التذاكر المُصدرة: %n</numerusform>
            <numerusform>التذاكر المُصدرة: %n</numerusform>
            <numerusform>التذاكر المُصدرة: %n</numerusform>
            <numerusform>التذاكر المُصدرة: %n</numerusform>
            <numerusform>التذاكر المُصدرة: %n</numerusform>
            <numerusform>التذاكر المُصدرة: %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="184" />
        <source>{share} of those called</source>
        <translation>{share} ممن نودي عليهم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="194" />
        <source>Nobody has come yet today.</source>
        <translation>لم يحضر أحد اليوم بعد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="196" />
        <source>arrived</source>
        <translation>من حضروا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="197" />
        <source>served</source>
        <translation>من خُدموا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="201" />
        <source>usual</source>
        <translation>المعتاد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="202" />
        <source>longest</source>
        <translation>الأطول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/today.py" line="205" />
        <source>min</source>
        <translation>دقيقة</translation>
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="56" />
        <source>Transfer {ticket}</source>
        <translation>تحويل {ticket}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="57" />
        <source>The ticket keeps its number and its arrival time.</source>
        <translation>تحتفظ التذكرة برقمها ووقت وصولها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="63" />
        <source>Next service</source>
        <translation>الخدمة التالية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="64" />
        <source>Reason (may stay empty)</source>
        <translation>السبب (يمكن تركه فارغًا)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="65" />
        <source>Comes back here afterwards, as after a test</source>
        <translation>تعود إلى هنا بعدها، كما بعد الفحص</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="71" />
        <source>Transfer</source>
        <translation>تحويل</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <location filename="../../hms_desktop/screens/printing/view.py" line="76" />
        <location filename="../../hms_desktop/screens/printing/view.py" line="77" />
        <source>Printed papers</source>
        <translation>الأوراق المطبوعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/view.py" line="83" />
        <source>Older</source>
        <translation>الأقدم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/view.py" line="84" />
        <source>Newer</source>
        <translation>الأحدث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/view.py" line="85" />
        <source>Open the file</source>
        <translation>فتح الملف</translation>
    </message>
</context>
<context>
    <name>TruthStrip</name>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="32" />
        <source>Server …</source>
        <translation>الخادم …</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="56" />
        <source>Version {version} can be had</source>
        <translation>الإصدار {version} متاح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="65" />
        <source>Server away</source>
        <translation>الخادم لا يجيب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="66" />
        <source>Waiting-room screens unknown</source>
        <translation>حالة شاشات الانتظار غير معروفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="68" />
        <source>Server {ms} ms</source>
        <translation>الخادم {ms} م.ث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="88" />
        <source>ddd d MMM yyyy, HH:mm</source>
        <translation>ddd d MMM yyyy، HH:mm</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="93" />
        <source>Papers not printed: {n}</source>
        <translation>أوراق لم تُطبع: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="94" />
        <source>Printing: {n}</source>
        <translation>قيد الطباعة: {n}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/app/strip.py" line="100" />
        <source>%n alert(s)</source>
        <translation>
            <numerusform>عدد التنبيهات: %n</numerusform>
            <numerusform>عدد التنبيهات: %n</numerusform>
            <numerusform>عدد التنبيهات: %n</numerusform>
            <numerusform>عدد التنبيهات: %n</numerusform>
            <numerusform>عدد التنبيهات: %n</numerusform>
            <numerusform>عدد التنبيهات: %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="107" />
        <location filename="../../hms_desktop/app/strip.py" line="115" />
        <source> and {n} more</source>
        <translation> و{n} أخرى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="109" />
        <source>{name} check-in: dead since {time}</source>
        <translation>تسجيل الوصول {name}: متوقف منذ {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="111" />
        <source>{name} screen: dead since {time}</source>
        <translation>شاشة {name}: متوقفة منذ {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="117" />
        <source>{name} check-in: out of service</source>
        <translation>تسجيل الوصول {name}: خارج الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="119" />
        <source>{name} screen: out of service</source>
        <translation>شاشة {name}: خارج الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="123" />
        <source>No waiting-room screen yet</source>
        <translation>لا توجد شاشة انتظار بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="125" />
        <source>{n} screens alive</source>
        <translation>{n} شاشات تعمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="128" />
        <source>{name} check-in, last sign {seconds} s ago</source>
        <translation>تسجيل الوصول {name}، آخر إشارة قبل {seconds} ث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="130" />
        <source>{name} screen, last sign {seconds} s ago</source>
        <translation>شاشة {name}، آخر إشارة قبل {seconds} ث</translation>
    </message>
</context>
<context>
    <name>UndoCard</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="243" />
        <location filename="../../hms_desktop/screens/queue/panel.py" line="245" />
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>WaitDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="174" />
        <source>Put on the waiting list</source>
        <translation>إضافة إلى قائمة الانتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="184" />
        <source>any</source>
        <translation>أيّ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="186" />
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="187" />
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="188" />
        <source>Doctor</source>
        <translation>الطبيب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="189" />
        <source>Slots in a row</source>
        <translation>فترات متتالية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="190" />
        <source>Only on (none: any day)</source>
        <translation>في أيام محددة فقط (بلا تحديد: أي يوم)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="191" />
        <source>Time of day</source>
        <translation>وقت اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="192" />
        <source>Only until a date</source>
        <translation>حتى تاريخ محدد فقط</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="192" />
        <source>Until this date</source>
        <translation>حتى هذا التاريخ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="195" />
        <source>Last date that suits</source>
        <translation>آخر تاريخ مناسب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="198" />
        <source>Note (may stay empty)</source>
        <translation>ملاحظة (يمكن تركها فارغة)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="206" />
        <source>Put on the list</source>
        <translation>إضافة إلى القائمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="243" />
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
</context>
<context>
    <name>WaitingView</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="83" />
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="84" />
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="85" />
        <source>For</source>
        <translation>لأجل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="86" />
        <source>Would suit</source>
        <translation>المناسب له</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="87" />
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="89" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="94" />
        <source>Waiting list</source>
        <translation>قائمة الانتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="96" />
        <source>Nobody waits for an earlier time. Ctrl+N notes somebody.</source>
        <translation>لا أحد ينتظر وقتًا أبكر. اضغط Ctrl+N لإضافة شخص.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="99" />
        <source>Put on the list</source>
        <translation>إضافة إلى القائمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="100" />
        <source>Patient takes it</source>
        <translation>المريض يقبل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="101" />
        <source>Find a time</source>
        <translation>البحث عن وقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="102" />
        <source>Does not suit</source>
        <translation>لا يناسب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="103" />
        <source>Take off the list</source>
        <translation>الحذف من القائمة</translation>
    </message>
</context>
<context>
    <name>WarningsPanel</name>
    <message>
        <location filename="../../hms_desktop/screens/warnings.py" line="54" />
        <source>Warnings</source>
        <translation>تحذيرات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warnings.py" line="110" />
        <source>Given all the same: {what}.</source>
        <translation>أُعطي رغم ذلك: {what}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/warnings.py" line="130" />
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n تحذيرات</numerusform>
            <numerusform>%n تحذيرات</numerusform>
            <numerusform>%n تحذيرات</numerusform>
            <numerusform>%n تحذيرات</numerusform>
            <numerusform>%n تحذيرات</numerusform>
            <numerusform>%n تحذيرات</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WayCard</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="167" />
        <location filename="../../hms_desktop/screens/queue/panel.py" line="171" />
        <source>The ticket's way</source>
        <translation>مسار التذكرة</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="37" />
        <source>Connect to the hospital's server</source>
        <translation>الاتصال بخادم المستشفى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="38" />
        <source>Your IT department knows what to type here. It is kept for the next start.</source>
        <translation>يعرف قسم تقنية المعلومات لديك ما يُكتب هنا. ويُحفظ للتشغيل التالي.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="43" />
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="46" />
        <source>Port</source>
        <translation>المنفذ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="47" />
        <source>Database</source>
        <translation>قاعدة البيانات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="48" />
        <location filename="../../hms_desktop/app/welcome.py" line="136" />
        <source>Certificate file of the hospital</source>
        <translation>ملف شهادة المستشفى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="57" />
        <source>Test</source>
        <translation>اختبار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="58" />
        <source>Save and go on</source>
        <translation>حفظ ومتابعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="72" />
        <source>What is grey is set by your IT department ({where}).</source>
        <translation>ما يظهر بالرمادي يحدده قسم تقنية المعلومات لديكم ({where}).</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="80" />
        <source>not needed for a server on this computer</source>
        <translation>غير لازم لخادم على هذا الحاسوب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="81" />
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="93" />
        <source>Try the demo</source>
        <translation>جرّب العرض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="95" />
        <source>A small hospital with invented patients on this computer, a day that runs by itself, and a waiting-room screen beside it. Nothing is sent anywhere.</source>
        <translation>مستشفى صغير بمرضى وهميين على هذا الحاسوب، ويوم يسير تلقائيًا، وبجانبه شاشة غرفة انتظار. لا يُرسل شيء إلى أي مكان.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="99" />
        <source>Start the demo</source>
        <translation>بدء العرض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="122" />
        <source>Asking the server…</source>
        <translation>جارٍ سؤال الخادم…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="133" />
        <source>The server answers and proved who it is.</source>
        <translation>الخادم يجيب وأثبت هويته.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="137" />
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>الشهادات (*.pem *.crt *.cer);;كل الملفات (*)</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <location filename="../../hms_desktop/app/window.py" line="47" />
        <source>HMS Desktop</source>
        <translation>HMS Desktop</translation>
    </message>
</context>
<context>
    <name>WorkList</name>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/worklist.py" line="29" />
        <source>Find a patient, or scan</source>
        <translation>ابحث عن مريض أو امسح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/worklist.py" line="34" />
        <source>Ticket</source>
        <translation>التذكرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/worklist.py" line="35" />
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/worklist.py" line="36" />
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/worklist.py" line="38" />
        <source>Open at</source>
        <translation>مفتوحة عند</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/worklist.py" line="47" />
        <source>Prescriptions to dispense</source>
        <translation>وصفات للصرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/worklist.py" line="49" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
</context>
<context>
    <name>WritingView</name>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/writing.py" line="69" />
        <source>Lines of this prescription</source>
        <translation>سطور هذه الوصفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/writing.py" line="71" />
        <source>No line yet.</source>
        <translation>لا سطر بعد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/writing.py" line="83" />
        <source>Medicine</source>
        <translation>الدواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/writing.py" line="84" />
        <source>Taken</source>
        <translation>يؤخذ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/writing.py" line="86" />
        <source>Quantity</source>
        <translation>الكمية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/writing.py" line="87" />
        <source>missing</source>
        <translation>ناقص</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/writing.py" line="95" />
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/writing.py" line="96" />
        <source>Keep as favourite</source>
        <translation>حفظ كمفضلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/writing.py" line="97" />
        <source>Remove line</source>
        <translation>إزالة السطر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/writing.py" line="98" />
        <location filename="../../hms_desktop/screens/prescriptions/writing.py" line="184" />
        <source>Prescribe</source>
        <translation>وصف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/writing.py" line="184" />
        <source>Save the new version</source>
        <translation>حفظ النسخة الجديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/writing.py" line="275" />
        <source>Prescribing…</source>
        <translation>جارٍ الوصف…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/writing.py" line="315" />
        <source>Kept as a favourite: {name}.</source>
        <translation>حُفظت كمفضلة: {name}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/writing.py" line="327" />
        <source>No longer a favourite: {name}.</source>
        <translation>لم تعد مفضلة: {name}.</translation>
    </message>
</context>
<context>
    <name>_Header</name>
    <message>
        <location filename="../../hms_desktop/widgets/section.py" line="39" />
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/section.py" line="39" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
</context>
<context>
    <name>_WarningCard</name>
    <message>
        <location filename="../../hms_desktop/screens/warnings.py" line="177" />
        <source>Also: {what}</source>
        <translation>كذلك: {what}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warnings.py" line="182" />
        <source>Leave it out</source>
        <translation>تركه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warnings.py" line="183" />
        <source>Leave {medicine} out</source>
        <translation>ترك {medicine}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warnings.py" line="187" />
        <source>Give it all the same: a reason; a colleague agrees afterwards</source>
        <translation>إعطاؤه رغم ذلك: سبب؛ ثم يوافق زميل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warnings.py" line="189" />
        <source>Give it all the same: a reason</source>
        <translation>إعطاؤه رغم ذلك: سبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warnings.py" line="193" />
        <source>Reason to give {medicine} all the same</source>
        <translation>سبب إعطاء {medicine} رغم ذلك</translation>
    </message>
</context>
<context>
    <name>_YoungAge</name>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/age_words.py" line="20" />
        <source>%n months</source>
        <translation>
            <numerusform>أقل من شهر</numerusform>
            <numerusform>شهر واحد</numerusform>
            <numerusform>شهران</numerusform>
            <numerusform>%n أشهر</numerusform>
            <numerusform>%n شهرًا</numerusform>
            <numerusform>%n شهر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/age_words.py" line="20" />
        <source>%n days</source>
        <translation>
            <numerusform>أقل من يوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يومًا</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts</name>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="12" />
        <source>warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="12" />
        <source>critical</source>
        <translation>حرج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="18" />
        <source>Requests are slow</source>
        <translation>الطلبات بطيئة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="19" />
        <source>Requests fail</source>
        <translation>الطلبات تفشل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="20" />
        <source>The cache seldom has what is asked for</source>
        <translation>نادرًا ما تحتوي الذاكرة المؤقتة على المطلوب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="21" />
        <source>A workstation is short of memory</source>
        <translation>ذاكرة محطة عمل توشك أن تنفد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="22" />
        <source>A workstation's disk is nearly full</source>
        <translation>قرص محطة عمل شبه ممتلئ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="23" />
        <source>The server's disk is nearly full</source>
        <translation>قرص الخادم شبه ممتلئ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="24" />
        <source>The server is short of memory</source>
        <translation>ذاكرة الخادم توشك أن تنفد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="25" />
        <source>The newest backup is old</source>
        <translation>أحدث نسخة احتياطية قديمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="26" />
        <source>A waiting-room screen is silent</source>
        <translation>شاشة انتظار صامتة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="27" />
        <source>Work in the background fails</source>
        <translation>المهام في الخلفية تفشل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="28" />
        <source>Work in the background is late</source>
        <translation>المهام في الخلفية متأخرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="29" />
        <source>The worker is silent</source>
        <translation>عامل المهام صامت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="30" />
        <source>Messages were not sent</source>
        <translation>رسائل لم تُرسل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="31" />
        <source>The replica lags behind</source>
        <translation>الخادم الاحتياطي متأخر عن الأساسي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="32" />
        <source>The server's log is not archived</source>
        <translation>سجل الخادم لا يُؤرشف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="33" />
        <source>The server has few connections left</source>
        <translation>اتصالات الخادم المتبقية قليلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="34" />
        <source>A transaction lasts long</source>
        <translation>معاملة طال أمدها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="35" />
        <source>The audit trail is not sealed</source>
        <translation>سجل التدقيق غير مختوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="36" />
        <source>Entries of the audit trail came late</source>
        <translation>قيود من سجل التدقيق وصلت متأخرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="37" />
        <source>The server's certificate expires soon</source>
        <translation>شهادة الخادم تنتهي قريبًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="38" />
        <source>Programs are too old</source>
        <translation>برامج قديمة جدًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="39" />
        <source>Programs crashed</source>
        <translation>برامج تعطلت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="47" />
        <source>ms</source>
        <translation>م.ث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="48" />
        <source>s</source>
        <translation>ث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="49" />
        <source>min</source>
        <translation>دقيقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="50" />
        <source>h</source>
        <translation>ساعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/operations/words.py" line="51" />
        <source>days</source>
        <translation>يوم</translation>
    </message>
</context>
<context>
    <name>allergens</name>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="79" />
        <source>Penicillins</source>
        <translation>البنسلينات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="80" />
        <source>Cephalosporins</source>
        <translation>السيفالوسبورينات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="81" />
        <source>Sulfonamides and trimethoprim</source>
        <translation>السلفوناميدات والتريميثوبريم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="82" />
        <source>Macrolides</source>
        <translation>الماكروليدات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="83" />
        <source>Quinolones</source>
        <translation>الكينولونات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="84" />
        <source>Tetracyclines</source>
        <translation>التتراسيكلينات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="85" />
        <source>Aminoglycosides</source>
        <translation>الأمينوغليكوزيدات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="86" />
        <source>Antimalarials</source>
        <translation>مضادات الملاريا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="87" />
        <source>Aspirin and other salicylates</source>
        <translation>الأسبرين وغيره من الساليسيلات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="88" />
        <source>Anti-inflammatory painkillers (NSAIDs)</source>
        <translation>المسكنات المضادة للالتهاب (NSAIDs)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="89" />
        <source>Paracetamol</source>
        <translation>الباراسيتامول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="90" />
        <source>Opioids</source>
        <translation>الأفيونيات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="91" />
        <source>Local anaesthetics</source>
        <translation>أدوية التخدير الموضعي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="92" />
        <source>General anaesthetics</source>
        <translation>أدوية التخدير العام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="93" />
        <source>Muscle relaxants</source>
        <translation>مرخيات العضلات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="94" />
        <source>Antiepileptics</source>
        <translation>مضادات الصرع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="95" />
        <source>ACE inhibitors</source>
        <translation>مثبطات الإنزيم المحوّل للأنجيوتنسين (ACE)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="96" />
        <source>Heparins</source>
        <translation>الهيبارينات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="97" />
        <source>Insulins</source>
        <translation>الأنسولينات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="98" />
        <source>Vaccines</source>
        <translation>اللقاحات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="99" />
        <source>X-ray contrast media with iodine</source>
        <translation>صبغات الأشعة المحتوية على اليود</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="100" />
        <source>Iodine on the skin</source>
        <translation>اليود على الجلد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="101" />
        <source>Chlorhexidine</source>
        <translation>الكلورهيكسيدين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="102" />
        <source>Latex</source>
        <translation>اللاتكس</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="103" />
        <source>Adhesive plaster</source>
        <translation>اللاصق الطبي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="104" />
        <source>Nickel</source>
        <translation>النيكل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="105" />
        <source>Peanut</source>
        <translation>الفول السوداني</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="106" />
        <source>Tree nuts</source>
        <translation>المكسرات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="107" />
        <source>Milk</source>
        <translation>الحليب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="108" />
        <source>Egg</source>
        <translation>البيض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="109" />
        <source>Fish</source>
        <translation>السمك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="110" />
        <source>Shellfish</source>
        <translation>المحار والقشريات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="111" />
        <source>Wheat</source>
        <translation>القمح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="112" />
        <source>Soya</source>
        <translation>الصويا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="113" />
        <source>Sesame</source>
        <translation>السمسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="114" />
        <source>Bee and wasp stings</source>
        <translation>لسعات النحل والدبابير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="115" />
        <source>House dust mite</source>
        <translation>عث غبار المنزل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="116" />
        <source>Pollen</source>
        <translation>حبوب اللقاح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="117" />
        <source>Mould</source>
        <translation>العفن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="118" />
        <source>Animal hair</source>
        <translation>شعر الحيوانات</translation>
    </message>
</context>
<context>
    <name>appointments</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/arrivals.py" line="22" />
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/arrivals.py" line="23" />
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/arrivals.py" line="24" />
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/arrivals.py" line="25" />
        <source>MRN</source>
        <translation>رقم الملف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/arrivals.py" line="26" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/arrivals.py" line="27" />
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/arrivals.py" line="28" />
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="47" />
        <source>Check in</source>
        <translation>تسجيل الحضور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="48" />
        <source>Move</source>
        <translation>نقل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="49" />
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="50" />
        <source>No-show</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="51" />
        <source>Print slip</source>
        <translation>طباعة القسيمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="52" />
        <source>Not here after all</source>
        <translation>التراجع عن تسجيل الحضور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="53" />
        <source>Book again</source>
        <translation>حجز من جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="54" />
        <source>Show the patient</source>
        <translation>عرض المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="14" />
        <source>The patient asked</source>
        <translation>بطلب من المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="15" />
        <source>The doctor is away</source>
        <translation>الطبيب غائب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="16" />
        <source>The hospital had to</source>
        <translation>لظروف المستشفى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="17" />
        <source>Booked by mistake</source>
        <translation>حُجز بالخطأ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="18" />
        <source>Another reason</source>
        <translation>سبب آخر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/bar.py" line="19" />
        <source>Week</source>
        <translation>أسبوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/bar.py" line="20" />
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/bar.py" line="21" />
        <source>Arrivals</source>
        <translation>الوصول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/bar.py" line="22" />
        <source>Waiting list</source>
        <translation>قائمة الانتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="32" />
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="33" />
        <source>Extra session</source>
        <translation>فترة إضافية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="34" />
        <source>Changed hours</source>
        <translation>دوام معدّل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="119" />
        <source>in use</source>
        <translation>قيد الاستخدام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="119" />
        <location filename="../../hms_desktop/screens/appointments/sheets.py" line="142" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="25" />
        <source>Front desk</source>
        <translation>الاستقبال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="26" />
        <source>Clinician</source>
        <translation>الممارس السريري</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="27" />
        <source>Manager</source>
        <translation>المدير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="30" />
        <source>No reminders</source>
        <translation>بلا تذكيرات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="31" />
        <source>To patients who agreed</source>
        <translation>للمرضى الموافقين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="32" />
        <source>To all who did not refuse</source>
        <translation>لكل من لم يرفض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/scopes.py" line="33" />
        <source>Everybody</source>
        <translation>الجميع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/sheets.py" line="143" />
        <source>{time} past</source>
        <translation>{time} مضى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/sheets.py" line="149" />
        <source>{span}, closed: {note}</source>
        <translation>{span}، مغلقة: {note}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/sheets.py" line="151" />
        <source>{span}, past</source>
        <translation>{span}، مضت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/sheets.py" line="153" />
        <source>{span}, full</source>
        <translation>{span}، ممتلئة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/sheets.py" line="154" />
        <source>{span}, {free} of {places} free</source>
        <translation>{span}، المتاح {free} من {places}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/sheets.py" line="161" />
        <source>… {name}</source>
        <translation>… {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/sheets.py" line="164" />
        <source>+ {name}</source>
        <translation>+ {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="44" />
        <source>restricted record</source>
        <translation>ملف مقيّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="54" />
        <source>until {date}</source>
        <translation>حتى {date}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="56" />
        <source>any time</source>
        <translation>أي وقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="62" />
        <source>waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="63" />
        <source>{when}, held until {time}</source>
        <translation>{when}، محجوز مؤقتًا حتى {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="28" />
        <source>offered</source>
        <translation>معروض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="29" />
        <source>booked</source>
        <translation>محجوز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="30" />
        <source>arrived</source>
        <translation>حضر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="31" />
        <source>in service</source>
        <translation>قيد الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="32" />
        <source>done</source>
        <translation>منتهية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="33" />
        <source>cancelled</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="34" />
        <source>no-show</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="40" />
        <source>Enter books or checks in · M moves · Del cancels, with undo · Page Up and Down turn the pages</source>
        <translation>مفتاح Enter للحجز أو تسجيل الوصول · M للنقل · Del للإلغاء مع إمكانية التراجع · Page Up وPage Down لتقليب الصفحات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="45" />
        <source>Enter checks in · a slip's code may be scanned anywhere here · Del cancels, with undo</source>
        <translation>مفتاح Enter لتسجيل الوصول · يمكن مسح رمز القسيمة في أي موضع هنا · Del للإلغاء مع إمكانية التراجع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="48" />
        <source>Enter does the obvious next thing · Ctrl+N notes somebody · Del takes off the list</source>
        <translation>مفتاح Enter ينفّذ الخطوة التالية المتوقعة · Ctrl+N لإضافة شخص · Del للحذف من القائمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="51" />
        <source>A clinic closed or changed its hours · Enter finds another time · Del cancels</source>
        <translation>عيادة أُغلقت أو غيّرت ساعاتها · Enter يجد وقتًا آخر · Del يلغي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="62" />
        <source>{state}, on top</source>
        <translation>{state}، فوق السعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="73" />
        <source>restricted record {number}</source>
        <translation>ملف مقيّد {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="95" />
        <source>{date}, {time}</source>
        <translation>{date}، {time}</translation>
    </message>
</context>
<context>
    <name>assent</name>
    <message>
        <location filename="../../hms_desktop/screens/assent.py" line="43" />
        <source>Two people sign</source>
        <translation>شخصان يوقّعان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/assent.py" line="43" />
        <source>A colleague must agree</source>
        <translation>يجب أن يوافق زميل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/assent.py" line="44" />
        <source>Sign</source>
        <translation>توقيع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/assent.py" line="44" />
        <source>Agree</source>
        <translation>موافقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/assent.py" line="46" />
        <source>Somebody else reads this and agrees with their own password.</source>
        <translation>يقرأ شخص آخر هذا ويوافق بكلمة مروره هو.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/assent.py" line="54" />
        <source>Password of {name}</source>
        <translation>كلمة مرور {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/assent.py" line="56" />
        <source>Colleague signs in as</source>
        <translation>الزميل يسجّل الدخول باسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/assent.py" line="57" />
        <source>Colleague's password</source>
        <translation>كلمة مرور الزميل</translation>
    </message>
</context>
<context>
    <name>controlled</name>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_deeds.py" line="34" />
        <source>Into the register of {medicine}: {what}.</source>
        <translation>إلى سجل {medicine}: {what}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_deeds.py" line="58" />
        <source>Medicines counted in {store}: {n}.</source>
        <translation>الأدوية التي عُدّت في {store}: {n}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_count.py" line="33" />
        <source>Count the shelf</source>
        <translation>عدّ الرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_count.py" line="33" />
        <source>Sign the count</source>
        <translation>توقيع العدّ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_count.py" line="38" />
        <source>{medicine}, in {unit}</source>
        <translation>{medicine}، بوحدة {unit}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_count.py" line="57" />
        <source>{name} has no register in this store; put it aside and ask.</source>
        <translation>لا يوجد سجل لـ {name} في هذا المخزن؛ ضعه جانبًا واسأل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_deeds.py" line="76" />
        <source>Destroyed: {units} {unit} of {medicine}. {reason}</source>
        <translation>أُتلف: {units} {unit} من {medicine}. {reason}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_deeds.py" line="82" />
        <source>Wastage</source>
        <translation>هدر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_deeds.py" line="82" />
        <location filename="../../hms_desktop/screens/dispensing/controlled_deeds.py" line="101" />
        <source>Sign</source>
        <translation>توقيع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_deeds.py" line="84" />
        <source>Batch and what is there</source>
        <translation>الدفعة وما هناك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_deeds.py" line="86" />
        <location filename="../../hms_desktop/screens/dispensing/controlled_deeds.py" line="107" />
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_deeds.py" line="94" />
        <source>Corrects entry {number} of {medicine} by {units}. {reason}</source>
        <translation>يصحح القيد {number} من {medicine} بمقدار {units}. {reason}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_deeds.py" line="100" />
        <source>Correct entry {number}</source>
        <translation>تصحيح القيد {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_deeds.py" line="104" />
        <source>Add (+) or take off (−), in {unit}</source>
        <translation>زد (+) أو انقص (−)، بوحدة {unit}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_deeds.py" line="123" />
        <source>{medicine}, {store}: counted {counted}, the register said {expected}.</source>
        <translation>{medicine}، {store}: عُدّ {counted} وقال السجل {expected}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_deeds.py" line="125" />
        <source>Discrepancy: {state}</source>
        <translation>فرق: {state}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_deeds.py" line="126" />
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_deeds.py" line="131" />
        <source>What was found</source>
        <translation>ما وُجد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_deeds.py" line="160" />
        <source>How many, in {unit}</source>
        <translation>كم، بوحدة {unit}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="17" />
        <source>opening stock</source>
        <translation>رصيد افتتاحي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="18" />
        <source>received</source>
        <translation>استُلم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="19" />
        <source>sent to a store</source>
        <translation>أُرسل إلى مخزن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="20" />
        <source>came from a store</source>
        <translation>جاء من مخزن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="21" />
        <source>issued</source>
        <translation>سُلّم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="22" />
        <source>dispensed</source>
        <translation>صُرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="23" />
        <source>brought back</source>
        <translation>أُعيد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="24" />
        <source>sent back</source>
        <translation>أُرجع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="25" />
        <source>wasted or lost</source>
        <translation>أُهدر أو فُقد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="26" />
        <source>counted</source>
        <translation>عُدّ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="27" />
        <source>taken back</source>
        <translation>استُرجع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="28" />
        <source>correction</source>
        <translation>تصحيح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="35" />
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="36" />
        <source>investigated</source>
        <translation>قيد التحقيق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="37" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="49" />
        <source>discrepancy</source>
        <translation>فرق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="51" />
        <source>{n} to enter</source>
        <translation>{n} للإدخال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="53" />
        <source>differs from stock</source>
        <translation>يختلف عن المخزون</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="55" />
        <source>count due</source>
        <translation>حان العدّ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="56" />
        <source>in order</source>
        <translation>سليم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="62" />
        <source>restricted record</source>
        <translation>سجل مقيّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="66" />
        <source>corrects {number}: {reason}</source>
        <translation>يصحح {number}: {reason}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="67" />
        <source>batch {lot}</source>
        <translation>الدفعة {lot}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/controlled_words.py" line="73" />
        <source>{number}: {what} {units}, balance {balance}, {at} · {whom} · signed {who}, {witness}</source>
        <translation>{number}: {what} {units}، الرصيد {balance}، {at} · {whom} · وقّع {who}، {witness}</translation>
    </message>
</context>
<context>
    <name>dispensing</name>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="39" />
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="53" />
        <source>Give ({unit}), {due} due</source>
        <translation>أعطِ ({unit})، المستحق {due}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="58" />
        <source>Medicine</source>
        <translation>الدواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="59" />
        <source>the prescriber, who was asked and confirms it</source>
        <translation>الواصف، وقد سُئل وأكّد ذلك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="60" />
        <source>the pharmacy: same ingredients, strength and form</source>
        <translation>الصيدلية: المواد والتركيز والشكل نفسها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="65" />
        <source>On whose word another medicine</source>
        <translation>بقول مَن يُعطى دواء آخر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="69" />
        <source>Why another medicine</source>
        <translation>لماذا دواء آخر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="71" />
        <source>what expires first</source>
        <translation>ما ينتهي أولًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="73" />
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="208" />
        <source>no expiry</source>
        <translation>بلا انتهاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="75" />
        <source>Batch</source>
        <translation>الدفعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="76" />
        <source>Why another batch</source>
        <translation>لماذا دفعة أخرى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="80" />
        <source>What is not given is</source>
        <translation>ما لم يُعط</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="85" />
        <source>Note about it for the patient</source>
        <translation>ملاحظة عنه للمريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="148" />
        <source>Take back: {what}</source>
        <translation>استرجاع: {what}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="149" />
        <source>Take back</source>
        <translation>استرجاع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="151" />
        <source>It is taken back once and stays readable.</source>
        <translation>يُسترجع مرة واحدة ويبقى مقروءًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="155" />
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="157" />
        <source>It never left the pharmacy: back on the shelf</source>
        <translation>لم يغادر الصيدلية: يعود إلى الرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="158" />
        <source>The patient brought it back: into quarantine</source>
        <translation>أعاده المريض: إلى الحجر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="160" />
        <source>Where it is now</source>
        <translation>أين هو الآن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="176" />
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="192" />
        <source>Handed out on this prescription</source>
        <translation>سُلّم على هذه الوصفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="180" />
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="181" />
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="182" />
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="184" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="185" />
        <source>taken back</source>
        <translation>استُرجع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="194" />
        <source>Nothing was handed out yet.</source>
        <translation>لم يُسلّم شيء بعد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="198" />
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="199" />
        <source>Print the leaflet again</source>
        <translation>طباعة النشرة ثانيةً</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/asking.py" line="202" />
        <source>Take back…</source>
        <translation>استرجاع…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/verifying.py" line="43" />
        <source>This pack is not in the catalogue; compare it by eye.</source>
        <translation>هذه العبوة ليست في الدليل؛ قارنها بالعين.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/verifying.py" line="39" />
        <location filename="../../hms_desktop/screens/dispensing/verifying.py" line="85" />
        <source>This batch</source>
        <translation>هذه الدفعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/verifying.py" line="46" />
        <source>This pack of {medicine} expired on {day}; put it aside.</source>
        <translation>انتهت صلاحية هذه العبوة من {medicine} في {day}؛ ضعها جانبًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/verifying.py" line="75" />
        <source>{medicine}: this lot is recalled. Put it aside; it goes to nobody.</source>
        <translation>{medicine}: هذه التشغيلة مسحوبة. ضعها جانبًا؛ لا تُصرف لأحد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/verifying.py" line="76" />
        <source>{medicine}: this batch is in quarantine. Put it aside.</source>
        <translation>{medicine}: هذه التشغيلة في الحجر. ضعها جانبًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/verifying.py" line="77" />
        <source>{medicine}: this batch has expired. Put it aside.</source>
        <translation>{medicine}: انتهت صلاحية هذه التشغيلة. ضعها جانبًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/verifying.py" line="92" />
        <source>{medicine} is not to be given here; put it back.</source>
        <translation>{medicine} لا يُعطى هنا؛ أعده.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/verifying.py" line="93" />
        <source>{medicine} is of another batch; take the one shown.</source>
        <translation>{medicine} من دفعة أخرى؛ خذ المعروضة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/verifying.py" line="94" />
        <source>{medicine} was verified already.</source>
        <translation>تُحقق من {medicine} من قبل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/verifying.py" line="95" />
        <source>{medicine} is verified.</source>
        <translation>تُحقق من {medicine}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="19" />
        <source>new</source>
        <translation>جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="20" />
        <source>repeat</source>
        <translation>تكرار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="21" />
        <source>owed since {day}</source>
        <translation>مستحق منذ {day}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="29" />
        <source>restricted record {mrn}</source>
        <translation>سجل مقيّد {mrn}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="37" />
        <source>{minutes} min</source>
        <translation>{minutes} د</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="39" />
        <source>controlled</source>
        <translation>خاضع للرقابة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="45" />
        <source>mine</source>
        <translation>لي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="50" />
        <source>prescribed {day} by {prescriber}</source>
        <translation>وُصفت {day} بواسطة {prescriber}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="53" />
        <source>valid until {day}</source>
        <translation>صالحة حتى {day}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="62" />
        <source>Everything on this prescription was supplied. Ask for a new one.</source>
        <translation>صُرف كل ما في هذه الوصفة. اطلب وصفة جديدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="63" />
        <source>This prescription was cancelled. Ask the prescriber.</source>
        <translation>أُلغيت هذه الوصفة. اسأل الواصف.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="64" />
        <source>This prescription was amended. Open its newest version.</source>
        <translation>عُدّلت هذه الوصفة. افتح أحدث نسخها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="66" />
        <source>This prescription was valid until {day}. Ask the prescriber for a new one.</source>
        <translation>كانت هذه الوصفة صالحة حتى {day}. اطلب من الواصف وصفة جديدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="76" />
        <source>allergy: {named}</source>
        <translation>حساسية: {named}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="78" />
        <source>no known allergy</source>
        <translation>لا حساسية معروفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="79" />
        <source>allergies not asked</source>
        <translation>لم يُسأل عن الحساسيات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="88" />
        <source>1 active medicine</source>
        <translation>دواء واحد فعّال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="90" />
        <source>{n} active medicines</source>
        <translation>الأدوية الفعّالة: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="107" />
        <source>{units} ({fills}×)</source>
        <translation>{units} ({fills}×)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="116" />
        <source>owed</source>
        <translation>مستحق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="117" />
        <source>stopped</source>
        <translation>أُوقف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="118" />
        <source>not wanted</source>
        <translation>غير مرغوب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="119" />
        <source>later</source>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="127" />
        <source>supplied</source>
        <translation>صُرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="131" />
        <source>{units} {why}</source>
        <translation>{units} {why}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="135" />
        <source>scanned</source>
        <translation>مُسح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="138" />
        <source>scan 1 pack</source>
        <translation>امسح عبوة واحدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="140" />
        <source>scan {n} packs</source>
        <translation>العبوات المطلوب مسحها: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="161" />
        <source>{given} for {medicine}</source>
        <translation>{given} بدل {medicine}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="169" />
        <source>High-alert medicine: check dose and quantity twice.</source>
        <translation>دواء شديد الخطورة: راجع الجرعة والكمية مرتين.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="172" />
        <source>Looks or sounds like {other}.</source>
        <translation>يشبه {other} شكلًا أو لفظًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="175" />
        <source>Supplied already; lasts until {day}.</source>
        <translation>صُرف من قبل؛ يكفي حتى {day}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="178" />
        <source>{units} more expire before they would be used up; give them with a reason.</source>
        <translation>تنتهي {units} أخرى قبل أن تُستهلك؛ أعطها مع ذكر سبب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="181" />
        <source>The prescriber allows nothing in its place.</source>
        <translation>لا يسمح الواصف بشيء بدلًا منه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="191" />
        <source>{units} units</source>
        <translation>{units} وحدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="194" />
        <source>{n} owed</source>
        <translation>المتبقي للمريض: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="198" />
        <source>{n} to scan</source>
        <translation>بقي للمسح: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="212" />
        <source>1 line</source>
        <translation>سطر واحد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="212" />
        <source>{n} lines</source>
        <translation>الأسطر: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/words.py" line="198" />
        <source>all scanned</source>
        <translation>مُسح الكل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/dispensing/kept.py" line="90" />
        <source>What was begun for {title} was not dispensed; left at {at}.</source>
        <translation>ما بُدئ لـ {title} لم يُصرف؛ تُرك في {at}.</translation>
    </message>
</context>
<context>
    <name>fleet</name>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="45" />
        <source>How long actions and queries take</source>
        <translation>مدة الإجراءات والاستعلامات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="51" />
        <source>actions and queries</source>
        <translation>الإجراءات والاستعلامات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="52" />
        <source>failed</source>
        <translation>فشلت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="53" />
        <source>standstills</source>
        <translation>توقفات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="55" />
        <source>How much is done</source>
        <translation>حجم العمل المنجز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="61" />
        <source>uses of a connection</source>
        <translation>استعمالات الاتصال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="62" />
        <source>connections opened</source>
        <translation>اتصالات فُتحت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="63" />
        <source>waits for one</source>
        <translation>انتظار اتصال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="64" />
        <source>lines lost</source>
        <translation>خطوط انقطعت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="66" />
        <source>The way to the server</source>
        <translation>الطريق إلى الخادم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="73" />
        <source>Reference data that was at hand</source>
        <translation>البيانات المرجعية الحاضرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="74" />
        <source>at hand</source>
        <translation>حاضرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="79" />
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="98" />
        <source>programs</source>
        <translation>البرامج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="80" />
        <source>Programs that told of themselves</source>
        <translation>البرامج التي أبلغت عن نفسها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="87" />
        <source>longest</source>
        <translation>الأطول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="89" />
        <source>How long patients waited who were called then</source>
        <translation>مدة انتظار من نودي عليهم في ذلك الوقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="90" />
        <source>min</source>
        <translation>د</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="97" />
        <source>running: {n}</source>
        <translation>العاملة: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/fleet/over_time.py" line="99" />
        <source>Programs of the last hour by version</source>
        <translation>برامج الساعة الأخيرة حسب الإصدار</translation>
    </message>
</context>
<context>
    <name>jobs</name>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="15" />
        <source>Send messages</source>
        <translation>إرسال الرسائل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="16" />
        <source>Seal the audit trail</source>
        <translation>ختم سجل التدقيق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="17" />
        <source>Watch the suite</source>
        <translation>مراقبة النظام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="18" />
        <source>Take back lapsed offers</source>
        <translation>استرجاع العروض المنقضية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="19" />
        <source>Make ordered reports</source>
        <translation>إعداد التقارير المطلوبة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="20" />
        <source>Keep the days' figures</source>
        <translation>حفظ أرقام الأيام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="21" />
        <source>Close past days</source>
        <translation>إغلاق الأيام الماضية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="22" />
        <source>Back up</source>
        <translation>النسخ الاحتياطي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="23" />
        <source>Open sessions ahead</source>
        <translation>فتح الجلسات مقدمًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="24" />
        <source>Open and retire months</source>
        <translation>فتح الأشهر الجديدة وإنهاء القديمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="25" />
        <source>Look through the stock</source>
        <translation>فحص المخزون</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="26" />
        <source>Take away what grew old</source>
        <translation>إزالة ما تقادم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="27" />
        <source>Take statistics</source>
        <translation>جمع الإحصاءات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="28" />
        <source>Look for duplicates</source>
        <translation>البحث عن السجلات المكررة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="33" />
        <source>{n} sent</source>
        <translation>أُرسلت: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="34" />
        <source>{n} not sent</source>
        <translation>لم تُرسل: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="35" />
        <source>{n} in doubt</source>
        <translation>مشكوك فيها: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="36" />
        <source>{n} entries sealed</source>
        <translation>القيود المختومة: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="37" />
        <source>{n} taken back</source>
        <translation>المسترجعة: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="38" />
        <source>{n} warnings</source>
        <translation>التحذيرات: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="39" />
        <source>{n} critical</source>
        <translation>الحرجة: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="40" />
        <source>{n} not served</source>
        <translation>لم تُخدم: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="41" />
        <source>{n} did not come</source>
        <translation>لم يحضروا: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="42" />
        <source>{n} months retired</source>
        <translation>الأشهر المُنهاة: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="43" />
        <source>{n} batches expired</source>
        <translation>الدفعات المنتهية: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="44" />
        <source>{n} expire within 90 days</source>
        <translation>تنتهي خلال 90 يومًا: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="45" />
        <source>{n} below their level</source>
        <translation>دون مستواها: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="46" />
        <source>{n} reports</source>
        <translation>التقارير: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="47" />
        <source>{n} days</source>
        <translation>الأيام: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="48" />
        <source>{n} rows</source>
        <translation>الصفوف: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="49" />
        <source>{n} bytes</source>
        <translation>البايتات: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="50" />
        <source>{n} rules broken</source>
        <translation>القواعد المخالَفة: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="51" />
        <source>{n} tables</source>
        <translation>الجداول: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="52" />
        <source>{n} records compared</source>
        <translation>السجلات المقارَنة: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="53" />
        <source>{n} new pairs</source>
        <translation>الأزواج الجديدة: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="54" />
        <source>not set up in the worker's settings</source>
        <translation>غير مُعدّ في إعدادات عامل المهام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="57" />
        <location filename="../../hms_desktop/screens/jobs/words.py" line="63" />
        <source>under way</source>
        <translation>جارٍ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="58" />
        <location filename="../../hms_desktop/screens/jobs/words.py" line="70" />
        <source>waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="59" />
        <location filename="../../hms_desktop/screens/jobs/words.py" line="66" />
        <source>failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="62" />
        <source>not yet</source>
        <translation>ليس بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="64" />
        <source>done</source>
        <translation>تم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="65" />
        <source>tried again soon</source>
        <translation>يُعاد قريبًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="67" />
        <source>cut short</source>
        <translation>انقطع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="71" />
        <source>on its way</source>
        <translation>في الطريق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="72" />
        <source>sent</source>
        <translation>أُرسل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="73" />
        <source>in doubt</source>
        <translation>مشكوك فيه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="74" />
        <source>not sent</source>
        <translation>لم يُرسل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="75" />
        <source>not wanted</source>
        <translation>غير مرغوب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="78" />
        <source>Reminder of an appointment</source>
        <translation>تذكير بموعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="79" />
        <source>Notice to the staff</source>
        <translation>إشعار للموظفين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="82" />
        <source>SMS</source>
        <translation>رسالة نصية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="83" />
        <source>e-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="86" />
        <source>The worker ended in the middle of this.</source>
        <translation>توقف عامل المهام في أثناء ذلك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="87" />
        <source>This is a fault of the program itself; the worker's log says more.</source>
        <translation>هذا خلل في البرنامج نفسه؛ التفاصيل في سجل عامل المهام.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="90" />
        <source>The worker ended while it sent this.</source>
        <translation>توقف عامل المهام في أثناء الإرسال.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="91" />
        <source>It could not be sent in time.</source>
        <translation>تعذّر إرسالها في الوقت المناسب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="92" />
        <source>The patient wants no such message.</source>
        <translation>لا يرغب المريض في مثل هذه الرسائل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="93" />
        <source>The line broke before the mail server said whether it took it.</source>
        <translation>انقطع الاتصال قبل أن يذكر خادم البريد هل استلمها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="96" />
        <source>The gateway did not say whether it took it.</source>
        <translation>لم تذكر بوابة الرسائل هل استلمتها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="119" />
        <source>is stopping</source>
        <translation>قيد الإيقاف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="161" />
        <source>decided by {person}</source>
        <translation>قرّره {person}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="181" />
        <source>paused</source>
        <translation>موقوف مؤقتًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="183" />
        <source>every minute</source>
        <translation>كل دقيقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="185" />
        <source>every {n} minutes</source>
        <translation>كل {n} دقيقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="188" />
        <source>daily at {time}</source>
        <translation>يوميًا عند {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/jobs/words.py" line="190" />
        <source>{days} at {time}</source>
        <translation>{days} عند {time}</translation>
    </message>
</context>
<context>
    <name>kiosk</name>
    <message>
        <location filename="../../hms_desktop/screens/displays/kiosk_words.py" line="23" />
        <source>films to fetch: {n}</source>
        <translation>أفلام يجب جلبها: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/kiosk_words.py" line="51" />
        <source>is being checked</source>
        <translation>قيد الفحص</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/kiosk_words.py" line="52" />
        <source>ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/kiosk_words.py" line="53" />
        <source>chime only, no voice can be made</source>
        <translation>نغمة التنبيه فقط، لا يمكن توليد صوت ناطق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/kiosk_words.py" line="54" />
        <source>no audio device</source>
        <translation>لا يوجد جهاز صوت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/kiosk_words.py" line="60" />
        <source>playing</source>
        <translation>قيد التشغيل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/kiosk_words.py" line="61" />
        <source>nothing plays</source>
        <translation>لا شيء قيد التشغيل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/kiosk_words.py" line="62" />
        <source>no films</source>
        <translation>لا أفلام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/kiosk_words.py" line="69" />
        <source>the disk is full</source>
        <translation>القرص ممتلئ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/kiosk_words.py" line="70" />
        <source>its checksum was wrong</source>
        <translation>المجموع الاختباري للملف غير صحيح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/kiosk_words.py" line="71" />
        <source>the folder share does not hold it</source>
        <translation>غير موجود في المجلد المشترك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/kiosk_words.py" line="72" />
        <source>a folder cannot be used</source>
        <translation>تعذّر استخدام أحد المجلدات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/kiosk_words.py" line="73" />
        <source>a fault of the program, see its log</source>
        <translation>خلل في البرنامج، راجع سجله</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/kiosk_words.py" line="79" />
        <source>Its program is too old for the database; IT must update it.</source>
        <translation>برنامجها أقدم مما تقبله قاعدة البيانات؛ على قسم تقنية المعلومات تحديثه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/kiosk_words.py" line="80" />
        <source>The database is older than its program; IT must migrate it.</source>
        <translation>قاعدة البيانات أقدم من برنامجها؛ على قسم تقنية المعلومات ترقيتها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/kiosk_words.py" line="86" />
        <source>nothing played</source>
        <translation>لم يُشغّل شيء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/kiosk_words.py" line="87" />
        <source>{codec} in hardware ({devices}), {cpu_ms} ms of CPU a picture</source>
        <translation>{codec} بالعتاد ({devices})، {cpu_ms} م.ث من المعالج لكل صورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/kiosk_words.py" line="88" />
        <source>{codec} in software, {cpu_ms} ms of CPU a picture</source>
        <translation>{codec} بالبرنامج، {cpu_ms} م.ث من المعالج لكل صورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/kiosk_words.py" line="89" />
        <source>{codec} in software though its computer has hardware for it, {cpu_ms} ms of CPU a picture</source>
        <translation>{codec} بالبرنامج مع أن في الحاسوب عتادًا له، {cpu_ms} م.ث من المعالج لكل صورة</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <location filename="../../hms_desktop/screens/safety/label_dialog.py" line="45" />
        <source>It stands on every label and leaflet of {medicine} from now on.</source>
        <translation>يظهر من الآن على كل ملصق ونشرة لـ {medicine}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/label_dialog.py" line="49" />
        <source>It stands on the labels of every medicine whose ATC code begins so.</source>
        <translation>يظهر على ملصقات كل دواء يبدأ رمز ATC الخاص به هكذا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/label_dialog.py" line="52" />
        <source>A caution for labels</source>
        <translation>تنبيه للملصقات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/label_dialog.py" line="53" />
        <source>Put it on the list</source>
        <translation>إضافته إلى القائمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/label_dialog.py" line="60" />
        <source>ATC class, such as R06</source>
        <translation>فئة ATC، مثل R06</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/label_dialog.py" line="62" />
        <source>own words, written below</source>
        <translation>كلمات خاصة، تُكتب أدناه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/label_dialog.py" line="65" />
        <source>Caution</source>
        <translation>التنبيه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/label_dialog.py" line="66" />
        <source>Own words, printed as they are</source>
        <translation>كلمات خاصة، تُطبع كما هي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/label_dialog.py" line="68" />
        <source>printed</source>
        <translation>يُطبع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/label_dialog.py" line="69" />
        <source>left out, though its class says it</source>
        <translation>محذوف، مع أن فئته تقوله</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/safety/label_dialog.py" line="70" />
        <source>On its label</source>
        <translation>على ملصقه</translation>
    </message>
</context>
<context>
    <name>likeness</name>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="18" />
        <source>same names</source>
        <translation>الأسماء متطابقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="19" />
        <source>names nearly the same</source>
        <translation>الأسماء شبه متطابقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="20" />
        <source>given and family name exchanged</source>
        <translation>الاسم الأول واسم العائلة متبادلان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="21" />
        <source>same given name</source>
        <translation>الاسم الأول متطابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="22" />
        <source>given name nearly the same</source>
        <translation>الاسم الأول شبه متطابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="23" />
        <source>given name or its initial</source>
        <translation>الاسم الأول أو حرفه الأول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="24" />
        <source>part of the given name</source>
        <translation>جزء من الاسم الأول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="25" />
        <source>given name sounds alike</source>
        <translation>الاسم الأول متشابه لفظًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="26" />
        <source>similar given name</source>
        <translation>الاسم الأول متشابه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="27" />
        <source>different given name</source>
        <translation>الاسم الأول مختلف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="28" />
        <source>same family name</source>
        <translation>اسم العائلة متطابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="29" />
        <source>family name nearly the same</source>
        <translation>اسم العائلة شبه متطابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="30" />
        <source>family name or its initial</source>
        <translation>اسم العائلة أو حرفه الأول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="31" />
        <source>part of the family name</source>
        <translation>جزء من اسم العائلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="32" />
        <source>family name sounds alike</source>
        <translation>اسم العائلة متشابه لفظًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="33" />
        <source>similar family name</source>
        <translation>اسم العائلة متشابه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="34" />
        <source>different family name</source>
        <translation>اسم العائلة مختلف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="35" />
        <source>same birth date</source>
        <translation>تاريخ الميلاد متطابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="36" />
        <source>birth date with day and month exchanged</source>
        <translation>تاريخ الميلاد مع تبادل اليوم والشهر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="37" />
        <source>same birthday in a near year</source>
        <translation>يوم الميلاد نفسه في سنة قريبة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="38" />
        <source>birth date differs in one digit</source>
        <translation>تاريخ الميلاد يختلف برقم واحد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="39" />
        <source>birth date differs a little</source>
        <translation>تاريخ الميلاد يختلف قليلًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="40" />
        <source>same birth month</source>
        <translation>شهر الميلاد نفسه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="41" />
        <source>birth year agrees</source>
        <translation>سنة الميلاد متوافقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="42" />
        <source>birth years near each other</source>
        <translation>سنتا الميلاد متقاربتان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="43" />
        <source>same birth year, another day</source>
        <translation>سنة الميلاد نفسها واليوم مختلف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="44" />
        <source>different birth date</source>
        <translation>تاريخ الميلاد مختلف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="45" />
        <source>different sex</source>
        <translation>الجنس مختلف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="46" />
        <source>same phone</source>
        <translation>الهاتف متطابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="47" />
        <source>phone differs in one digit</source>
        <translation>الهاتف يختلف برقم واحد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="48" />
        <source>same identifier</source>
        <translation>المعرّف متطابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="49" />
        <source>identifier differs in one sign</source>
        <translation>المعرّف يختلف برمز واحد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="50" />
        <source>similar identifier</source>
        <translation>المعرّف متشابه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="51" />
        <source>different identifier</source>
        <translation>المعرّف مختلف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="52" />
        <source>same numbers in the address</source>
        <translation>الأرقام نفسها في العنوان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="53" />
        <source>same house number</source>
        <translation>رقم المنزل نفسه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="54" />
        <source>same address</source>
        <translation>العنوان متطابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="55" />
        <source>address nearly the same</source>
        <translation>العنوان شبه متطابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="56" />
        <source>similar address</source>
        <translation>العنوان متشابه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="57" />
        <source>same town</source>
        <translation>المدينة نفسها</translation>
    </message>
</context>
<context>
    <name>medicines</name>
    <message>
        <location filename="../../hms_desktop/screens/medicines/fields.py" line="37" />
        <source>Substance</source>
        <translation>المادة الفعالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/fields.py" line="37" />
        <source>Strength</source>
        <translation>التركيز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/fields.py" line="42" />
        <source>Add a substance</source>
        <translation>إضافة مادة فعالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/fields.py" line="50" />
        <source>Pack</source>
        <translation>العبوة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/fields.py" line="51" />
        <source>Units</source>
        <translation>الوحدات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/fields.py" line="52" />
        <source>GTIN</source>
        <translation>GTIN</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/fields.py" line="53" />
        <source>Maker</source>
        <translation>الصانع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/fields.py" line="55" />
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/fields.py" line="55" />
        <location filename="../../hms_desktop/screens/medicines/words.py" line="32" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/fields.py" line="61" />
        <source>state</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/fields.py" line="63" />
        <source>Add a pack</source>
        <translation>إضافة عبوة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/words.py" line="15" />
        <source>not controlled</source>
        <translation>غير خاضع للرقابة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/words.py" line="16" />
        <source>narcotic (1961)</source>
        <translation>مخدّر (1961)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/words.py" line="17" />
        <source>psychotropic (1971)</source>
        <translation>مؤثر عقلي (1971)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/words.py" line="18" />
        <source>precursor (1988)</source>
        <translation>سليفة (1988)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/words.py" line="26" />
        <source>{price} for 1 {unit}</source>
        <translation>{price} لكل 1 {unit}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/medicines/words.py" line="31" />
        <source>{count} × {unit}</source>
        <translation>{count} × {unit}</translation>
    </message>
</context>
<context>
    <name>merging</name>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="17" />
        <source>Given names</source>
        <translation>الأسماء الأولى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="18" />
        <source>Family name</source>
        <translation>اسم العائلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="19" />
        <source>Birth</source>
        <translation>الميلاد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="20" />
        <source>Sex</source>
        <translation>الجنس</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="21" />
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="22" />
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="23" />
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="24" />
        <source>Notes</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="34" />
        <source>very likely</source>
        <translation>مرجّح جدًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="34" />
        <source>possible</source>
        <translation>محتمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="40" />
        <source>Restricted record {number}</source>
        <translation>ملف مقيّد {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="45" />
        <source>{absorbed} into {survivor}</source>
        <translation>دمج {absorbed} في {survivor}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="53" />
        <source>no phones or identifiers</source>
        <translation>لا هواتف ولا معرّفات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="58" />
        <source>female</source>
        <translation>أنثى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="59" />
        <source>male</source>
        <translation>ذكر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="60" />
        <source>other</source>
        <translation>غير ذلك</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <location filename="../../hms_desktop/app/desk_session.py" line="287" />
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/desk_session.py" line="291" />
        <source>Papers</source>
        <translation>الأوراق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/desk_session.py" line="300" />
        <source>Printers</source>
        <translation>الطابعات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="296" />
        <source>Queue</source>
        <translation>الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="297" />
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="298" />
        <source>The day</source>
        <translation>يوم العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="299" />
        <source>Reports</source>
        <translation>التقارير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="300" />
        <source>Patients</source>
        <translation>المرضى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="301" />
        <source>Appointments</source>
        <translation>المواعيد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="304" />
        <source>Dispensing</source>
        <translation>الصرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="313" />
        <source>Prescriptions</source>
        <translation>الوصفات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="320" />
        <source>Medicines</source>
        <translation>الأدوية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="321" />
        <source>Stock</source>
        <translation>المخزون</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="322" />
        <source>Counts</source>
        <translation>عمليات الجرد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="324" />
        <source>Expiry, recalls</source>
        <translation>الصلاحية والسحب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="328" />
        <source>Controlled</source>
        <translation>خاضع للرقابة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="337" />
        <source>Safety</source>
        <translation>السلامة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="344" />
        <source>Reorder</source>
        <translation>إعادة الطلب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="345" />
        <source>Orders</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="346" />
        <source>Receiving</source>
        <translation>الاستلام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="347" />
        <source>Invoices</source>
        <translation>الفواتير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="348" />
        <source>Suppliers</source>
        <translation>المورّدون</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="349" />
        <source>Figures</source>
        <translation>أرقام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="352" />
        <source>Duplicates</source>
        <translation>المكررات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="359" />
        <source>Hospital</source>
        <translation>المستشفى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="363" />
        <source>Departments</source>
        <translation>الأقسام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="370" />
        <source>Services</source>
        <translation>الخدمات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="371" />
        <source>Rooms</source>
        <translation>الغرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="372" />
        <source>Stores</source>
        <translation>المخازن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="373" />
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="375" />
        <source>Displays</source>
        <translation>الشاشات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="379" />
        <source>Performance</source>
        <translation>الأداء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="387" />
        <source>Queue rules</source>
        <translation>قواعد الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="391" />
        <source>Days not as usual</source>
        <translation>أيام غير معتادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="400" />
        <source>Journeys</source>
        <translation>المسارات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="409" />
        <source>Ordered reports</source>
        <translation>التقارير المطلوبة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="416" />
        <source>Reasons</source>
        <translation>الأسباب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="417" />
        <source>Clinics</source>
        <translation>العيادات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="419" />
        <source>Prescribing</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="423" />
        <source>Pharmacy rules</source>
        <translation>قواعد الصيدلية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="430" />
        <source>Mixed lines</source>
        <translation>الطوابير المختلطة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="433" />
        <source>Purchasing rules</source>
        <translation>قواعد الشراء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="440" />
        <source>Alerts</source>
        <translation>التنبيهات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="441" />
        <source>Audit</source>
        <translation>التدقيق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="442" />
        <source>Jobs</source>
        <translation>المهام</translation>
    </message>
</context>
<context>
    <name>patients</name>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="29" />
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="30" />
        <source>female</source>
        <translation>أنثى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="31" />
        <source>male</source>
        <translation>ذكر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="32" />
        <source>other</source>
        <translation>غير ذلك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="38" />
        <source>Mobile</source>
        <translation>جوال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="39" />
        <source>Home</source>
        <translation>المنزل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="40" />
        <source>Work</source>
        <translation>العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="19" />
        <location filename="../../hms_desktop/screens/patients/words.py" line="41" />
        <source>Relative</source>
        <translation>قريب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="20" />
        <source>Parent</source>
        <translation>أحد الوالدين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="21" />
        <source>Spouse</source>
        <translation>الزوج أو الزوجة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="22" />
        <source>Child</source>
        <translation>ابن أو ابنة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="23" />
        <source>Brother or sister</source>
        <translation>أخ أو أخت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="24" />
        <source>Guardian</source>
        <translation>ولي الأمر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="25" />
        <source>Friend</source>
        <translation>صديق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="26" />
        <source>Neighbour</source>
        <translation>جار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="27" />
        <source>Employer</source>
        <translation>جهة العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="28" />
        <location filename="../../hms_desktop/screens/patients/words.py" line="42" />
        <location filename="../../hms_desktop/screens/patients/words.py" line="55" />
        <source>Other</source>
        <translation>غير ذلك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="34" />
        <source>severity not known</source>
        <translation>الشدة غير معروفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="35" />
        <source>mild</source>
        <translation>خفيفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="36" />
        <source>moderate</source>
        <translation>متوسطة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="37" />
        <location filename="../../hms_desktop/screens/patients/summaries.py" line="47" />
        <source>severe</source>
        <translation>شديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="43" />
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="66" />
        <location filename="../../hms_desktop/screens/patients/summaries.py" line="67" />
        <source>not asked</source>
        <translation>لم يُسأل عنه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="44" />
        <source>none known</source>
        <translation>لا حساسية معروفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="45" />
        <source>has allergies</source>
        <translation>لديه حساسية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="52" />
        <source>To be examined and treated here</source>
        <translation>الفحص والعلاج هنا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="53" />
        <source>To get messages, such as reminders of appointments</source>
        <translation>تلقي الرسائل، مثل التذكير بالمواعيد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="54" />
        <source>Messages as SMS, where the answer is another one</source>
        <translation>الرسائل النصية، حيث يختلف الجواب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="55" />
        <source>Messages as e-mail, where the answer is another one</source>
        <translation>رسائل البريد الإلكتروني، حيث يختلف الجواب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="56" />
        <source>That the emergency contacts are told</source>
        <translation>إبلاغ جهات الاتصال في الطوارئ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="57" />
        <source>That the insurer is told what it pays for</source>
        <translation>إبلاغ شركة التأمين بما تدفع تكلفته</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="58" />
        <source>That other hospitals and doctors are told</source>
        <translation>إبلاغ المستشفيات والأطباء الآخرين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="59" />
        <source>That the record, without the name, serves research</source>
        <translation>استخدام الملف في البحث العلمي دون ذكر الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="67" />
        <source>given</source>
        <translation>مُنحت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="68" />
        <source>refused or withdrawn</source>
        <translation>رُفضت أو سُحبت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="126" />
        <source>Too short for a phone number{place}; kept as typed, unverified.</source>
        <translation>أقصر من أن يكون رقم هاتف{place}؛ حُفظ كما أُدخل دون تحقق.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="127" />
        <source>Too long for a phone number{place}; kept as typed, unverified.</source>
        <translation>أطول من أن يكون رقم هاتف{place}؛ حُفظ كما أُدخل دون تحقق.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="128" />
        <source>No such phone number{place}; kept as typed, unverified.</source>
        <translation>لا يوجد رقم هاتف كهذا{place}؛ حُفظ كما أُدخل دون تحقق.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="129" />
        <source>Of which country? Begin with + and its code; until then it is kept unverified.</source>
        <translation>لأي بلد؟ ابدأ بعلامة + ورمز البلد؛ وحتى ذلك الحين يُحفظ دون تحقق.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="143" />
        <source>from {day}</source>
        <translation>من {day}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="144" />
        <source>until {day}</source>
        <translation>حتى {day}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="158" />
        <source>expired</source>
        <translation>منتهٍ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="159" />
        <source>not yet valid</source>
        <translation>لم يسرِ بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="184" />
        <source>{day} to {person}</source>
        <translation>{day} لدى {person}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="48" />
        <source>National identity</source>
        <translation>الهوية الوطنية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="49" />
        <source>Health number</source>
        <translation>الرقم الصحي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="50" />
        <source>Passport</source>
        <translation>جواز السفر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="51" />
        <source>Birth certificate</source>
        <translation>شهادة الميلاد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="52" />
        <source>Driving licence</source>
        <translation>رخصة القيادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="53" />
        <source>Insurance card</source>
        <translation>بطاقة التأمين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="54" />
        <source>Other hospital</source>
        <translation>مستشفى آخر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="51" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="154" />
        <source>number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="52" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="45" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="86" />
        <source>kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="53" />
        <source>value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="54" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="87" />
        <source>country</source>
        <translation>البلد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="55" />
        <source>name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="56" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="121" />
        <source>relation</source>
        <translation>صلة القرابة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="57" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="153" />
        <source>insurer</source>
        <translation>شركة التأمين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="58" />
        <source>from</source>
        <translation>من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="59" />
        <source>until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="60" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="157" />
        <source>pays, in percent</source>
        <translation>نسبة التغطية المئوية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="61" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="158" />
        <source>covers</source>
        <translation>يغطي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="62" />
        <source>substance</source>
        <translation>المادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="64" />
        <source>reaction</source>
        <translation>رد الفعل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="76" />
        <source>about {year}</source>
        <translation>نحو {year}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="82" />
        <source>January</source>
        <translation>يناير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="83" />
        <source>February</source>
        <translation>فبراير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="84" />
        <source>March</source>
        <translation>مارس</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="85" />
        <source>April</source>
        <translation>أبريل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="86" />
        <source>May</source>
        <translation>مايو</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="87" />
        <source>June</source>
        <translation>يونيو</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="88" />
        <source>July</source>
        <translation>يوليو</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="89" />
        <source>August</source>
        <translation>أغسطس</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="90" />
        <source>September</source>
        <translation>سبتمبر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="91" />
        <source>October</source>
        <translation>أكتوبر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="92" />
        <source>November</source>
        <translation>نوفمبر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="93" />
        <source>December</source>
        <translation>ديسمبر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="99" />
        <source>unverified</source>
        <translation>غير متحقق منه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="17" />
        <source>Given names</source>
        <translation>الأسماء الأولى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="18" />
        <source>Family name</source>
        <translation>اسم العائلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="19" />
        <source>Sex</source>
        <translation>الجنس</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="20" />
        <source>Birth</source>
        <translation>الميلاد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="21" />
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="22" />
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="23" />
        <source>Notes</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="24" />
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="25" />
        <source>Restricted</source>
        <translation>مقيّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="26" />
        <source>Phones</source>
        <translation>الهواتف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="27" />
        <source>Identifiers</source>
        <translation>المعرّفات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="28" />
        <source>Emergency contacts</source>
        <translation>جهات الاتصال في الطوارئ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="29" />
        <source>Insurance</source>
        <translation>التأمين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="31" />
        <source>Consent</source>
        <translation>الموافقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="32" />
        <location filename="../../hms_desktop/screens/patients/photo.py" line="53" />
        <source>Photo</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="33" />
        <source>Record number</source>
        <translation>رقم الملف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="34" />
        <source>Allergies asked</source>
        <translation>السؤال عن الحساسية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="47" />
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="43" />
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="47" />
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="43" />
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="54" />
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="41" />
        <source>a photo</source>
        <translation>صورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_fields.py" line="37" />
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="30" />
        <source>Allergies</source>
        <translation>الحساسية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_fields.py" line="38" />
        <source>Substance</source>
        <translation>المادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_fields.py" line="38" />
        <source>Reaction</source>
        <translation>رد الفعل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_fields.py" line="40" />
        <source>Allergy</source>
        <translation>حساسية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_fields.py" line="43" />
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="63" />
        <source>severity</source>
        <translation>الشدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_fields.py" line="46" />
        <source>Add an allergy</source>
        <translation>إضافة حساسية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="28" />
        <source>History of {name}</source>
        <translation>سجل تغييرات {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="44" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="48" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="118" />
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="47" />
        <source>Add a phone</source>
        <translation>إضافة هاتف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="85" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="90" />
        <source>Identifier</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="89" />
        <source>Add an identifier</source>
        <translation>إضافة معرّف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="110" />
        <source>checked: {name}</source>
        <translation>تحقق منه: {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="118" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="124" />
        <source>Add a contact</source>
        <translation>إضافة جهة اتصال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="125" />
        <source>Emergency contact</source>
        <translation>جهة الاتصال في الطوارئ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="151" />
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="151" />
        <source>Until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="153" />
        <source>Insurer</source>
        <translation>شركة التأمين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="154" />
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="158" />
        <source>Covers</source>
        <translation>يغطي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="160" />
        <source>Add a policy</source>
        <translation>إضافة وثيقة تأمين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="161" />
        <source>Insurance policy</source>
        <translation>وثيقة التأمين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/keeping.py" line="84" />
        <source>The registration of {title} was not saved; typed at {at}.</source>
        <translation>لم يُحفظ تسجيل {title}؛ أُدخل في {at}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/keeping.py" line="86" />
        <source>The changes to {title} were not saved; typed at {at}.</source>
        <translation>لم تُحفظ تعديلات {title}؛ أُدخلت في {at}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/keeping.py" line="88" />
        <source>somebody without a name</source>
        <translation>شخص بلا اسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/photo.py" line="53" />
        <source>No photo</source>
        <translation>لا توجد صورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/photo.py" line="84" />
        <source>Take a photo…</source>
        <translation>التقاط صورة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/photo.py" line="85" />
        <source>From a file…</source>
        <translation>من ملف…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/photo.py" line="86" />
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/photo.py" line="139" />
        <source>Choose a photo</source>
        <translation>اختيار صورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/photo.py" line="141" />
        <source>Pictures (*.jpg *.jpeg *.png)</source>
        <translation>الصور (*.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/summaries.py" line="35" />
        <source>kept</source>
        <translation>محفوظة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/summaries.py" line="51" />
        <source>restricted</source>
        <translation>مقيّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/summaries.py" line="64" />
        <source>{n} given</source>
        <translation>مُنحت: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/summaries.py" line="65" />
        <source>{n} refused or withdrawn</source>
        <translation>رُفضت أو سُحبت: {n}</translation>
    </message>
</context>
<context>
    <name>pickers</name>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="44" />
        <source>Name, birth, phone, record number; or scan</source>
        <translation>الاسم أو الميلاد أو الهاتف أو رقم الملف؛ أو امسح الرمز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="49" />
        <source>restricted record</source>
        <translation>ملف مقيَّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="55" />
        <source>record number</source>
        <translation>رقم الملف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="56" />
        <source>earlier number</source>
        <translation>رقم سابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="57" />
        <source>ticket</source>
        <translation>تذكرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="58" />
        <source>identifier</source>
        <translation>رقم التعريف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="59" />
        <source>phone</source>
        <translation>هاتف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="60" />
        <source>born</source>
        <translation>الميلاد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="61" />
        <source>age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="62" />
        <source>name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="63" />
        <source>name begins so</source>
        <translation>بداية الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="64" />
        <source>within the name</source>
        <translation>ضمن الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="65" />
        <source>other script</source>
        <translation>بأبجدية أخرى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="66" />
        <location filename="../../hms_desktop/screens/pickers.py" line="275" />
        <source>a letter differs</source>
        <translation>اختلاف حرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="67" />
        <source>sounds alike</source>
        <translation>تشابه لفظي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="68" />
        <source>you had it last</source>
        <translation>آخر ما فتحته</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="69" />
        <source>here today</source>
        <translation>حاضر اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="70" />
        <source>registered last</source>
        <translation>آخر تسجيل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="104" />
        <source>Nobody found. As a record number it is mistyped; compare it with the card.</source>
        <translation>لم يُعثر على أحد. إن كان هذا رقم ملف ففيه خطأ كتابي؛ قارنه بالبطاقة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="105" />
        <source>Nobody found. Check the spelling, or try a phone number.</source>
        <translation>لم يُعثر على أحد. تحقق من الإملاء أو جرّب رقم هاتف.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="218" />
        <source>Another patient</source>
        <translation>مريض آخر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="228" />
        <source>MRN {number}</source>
        <translation>رقم الملف {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="267" />
        <source>Name, brand, substance, ATC code, GTIN; or scan</source>
        <translation>الاسم أو الاسم التجاري أو المادة أو رمز ATC أو GTIN؛ أو امسح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="273" />
        <source>GTIN</source>
        <translation>GTIN</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="283" />
        <source>high alert</source>
        <translation>شديد الخطورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="284" />
        <source>controlled</source>
        <translation>خاضع للرقابة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="285" />
        <source>not: {names}</source>
        <translation>وليس: {names}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="286" />
        <source>not on the formulary</source>
        <translation>ليس في دليل الأدوية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="287" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="336" />
        <source>Nothing found. Try the substance, the brand or the first letters.</source>
        <translation>لم يوجد شيء. جرّب المادة أو الاسم التجاري أو الأحرف الأولى.</translation>
    </message>
</context>
<context>
    <name>pictures</name>
    <message>
        <location filename="../../hms_desktop/widgets/pictures.py" line="30" />
        <source>The picture is larger than 20 MB; choose a smaller one.</source>
        <translation>حجم الصورة أكبر من 20 MB؛ اختر صورة أصغر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/pictures.py" line="84" />
        <source>This is no JPEG or PNG picture that can be read.</source>
        <translation>هذه ليست صورة JPEG أو PNG يمكن قراءتها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/pictures.py" line="90" />
        <source>The picture has more than 40 million pixels; choose a smaller one.</source>
        <translation>تزيد الصورة على 40 مليون بكسل؛ اختر صورة أصغر.</translation>
    </message>
</context>
<context>
    <name>prescriptions</name>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="36" />
        <source>Entered {day} by {person}</source>
        <translation>أدخلها {person} في {day}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/overview.py" line="41" />
        <source>{state} {day} by {person}</source>
        <translation>{state} {day} بواسطة {person}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/words.py" line="22" />
        <source>active</source>
        <translation>سارية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/words.py" line="23" />
        <source>all supplied</source>
        <translation>صُرفت كلها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/words.py" line="24" />
        <source>expired</source>
        <translation>منتهية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/words.py" line="25" />
        <source>cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/words.py" line="26" />
        <source>amended</source>
        <translation>معدّلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/words.py" line="55" />
        <source>{quantity} + {refills} × {quantity}</source>
        <translation>{quantity} + {refills} × {quantity}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/words.py" line="95" />
        <source>Allergies: {names}</source>
        <translation>الحساسيات: {names}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/words.py" line="97" />
        <source>No known allergy</source>
        <translation>لا حساسية معروفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/words.py" line="98" />
        <source>Allergies not asked</source>
        <translation>لم يُسأل عن الحساسيات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/prescriptions/kept.py" line="78" />
        <source>The prescription for {title} was not saved; typed at {at}.</source>
        <translation>لم تُحفظ وصفة {title}؛ أُدخلت في {at}.</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="11" />
        <source>Ticket</source>
        <translation>تذكرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="12" />
        <source>Appointment slip</source>
        <translation>قسيمة الموعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="13" />
        <source>Patient card</source>
        <translation>بطاقة المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="14" />
        <source>Registration summary</source>
        <translation>ملخص التسجيل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="15" />
        <source>Receipt</source>
        <translation>إيصال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="16" />
        <source>Medicine label</source>
        <translation>ملصق الدواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="17" />
        <source>Leaflet of the medicines</source>
        <translation>نشرة الأدوية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="18" />
        <source>Batch and shelf label</source>
        <translation>ملصق الدفعة والرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="19" />
        <source>Prescription</source>
        <translation>وصفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="20" />
        <source>Register of controlled medicines</source>
        <translation>سجل الأدوية الخاضعة للرقابة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="21" />
        <source>Counting sheet</source>
        <translation>ورقة الجرد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="22" />
        <source>Counting sheet of a second count</source>
        <translation>ورقة الجرد الثاني</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="23" />
        <source>Test page</source>
        <translation>صفحة اختبار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="26" />
        <source>waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="27" />
        <source>printing</source>
        <translation>قيد الطباعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="28" />
        <source>printed</source>
        <translation>طُبع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="29" />
        <source>not printed</source>
        <translation>لم يُطبع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="30" />
        <source>taken off</source>
        <translation>أُزيل من القائمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="32" />
        <source>unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="33" />
        <source>Nobody told how it ended: look at the printer, then say so or repeat.</source>
        <translation>لم يُعرف كيف انتهت الطباعة: تحقق من الطابعة، ثم سجّل النتيجة أو أعد الطباعة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="34" />
        <source>repeated</source>
        <translation>أُعيدت طباعته</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="36" />
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="37" />
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="38" />
        <source>Windows queue, raw</source>
        <translation>قائمة طباعة Windows، خام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="39" />
        <source>Serial line</source>
        <translation>منفذ تسلسلي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="40" />
        <source>Device file</source>
        <translation>ملف جهاز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="41" />
        <source>Printer of this computer</source>
        <translation>طابعة هذا الحاسوب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="42" />
        <source>File, shown on the screen</source>
        <translation>ملف يُعرض على الشاشة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="45" />
        <source>Roll, 80 mm</source>
        <translation>لفة، 80 mm</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="46" />
        <source>Roll, 58 mm</source>
        <translation>لفافة، 58 mm</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="47" />
        <source>Label or card</source>
        <translation>ملصق أو بطاقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="48" />
        <source>A4 page</source>
        <translation>صفحة A4</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="51" />
        <source>A page is not reached in this way; choose a printer of this computer for pages.</source>
        <translation>لا تُرسل الصفحة بهذه الطريقة؛ اختر طابعة من هذا الحاسوب للصفحات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="52" />
        <source>A roll is reached by network, USB, a raw queue or a line; choose one of these.</source>
        <translation>تُوصَل طابعة اللفافة بالشبكة أو USB أو قائمة طباعة خام أو منفذ تسلسلي؛ اختر إحداها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="53" />
        <source>A label's sides have 20 to 300 mm.</source>
        <translation>يجب أن يكون كل ضلع من الملصق بين 20 و300 mm.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="54" />
        <source>Type the printer's name or address, and :port if it is not 9100.</source>
        <translation>اكتب اسم الطابعة أو عنوانها، وأضف :port إن لم يكن المنفذ 9100.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="55" />
        <source>Type the vendor's and the product's number, such as 04b8:0202.</source>
        <translation>اكتب رقم الشركة المصنّعة ورقم المنتج، مثل 04b8:0202.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="56" />
        <source>Type the printer's name as Windows shows it.</source>
        <translation>اكتب اسم الطابعة كما يظهر في Windows.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="57" />
        <source>Type the serial port, such as COM3 or /dev/ttyUSB0@19200.</source>
        <translation>اكتب المنفذ التسلسلي، مثل COM3 أو /dev/ttyUSB0@19200.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="58" />
        <source>Type the device file, such as /dev/usb/lp0.</source>
        <translation>اكتب ملف الجهاز، مثل /dev/usb/lp0.</translation>
    </message>
</context>
<context>
    <name>purchasing</name>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/fields.py" line="31" />
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/limits.py" line="18" />
        <source>Store keeper</source>
        <translation>أمين المخزن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/limits.py" line="19" />
        <source>Pharmacist</source>
        <translation>صيدلي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/limits.py" line="20" />
        <source>Manager</source>
        <translation>مدير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_card.py" line="279" />
        <source>{at} {state}: {person}</source>
        <translation>{at} {state}: {person}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_lines.py" line="76" />
        <source>Medicine</source>
        <translation>الدواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_lines.py" line="77" />
        <source>Packs</source>
        <translation>العبوات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_lines.py" line="78" />
        <source>of</source>
        <translation>من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_lines.py" line="79" />
        <source>Pack price</source>
        <translation>سعر العبوة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_lines.py" line="80" />
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_lines.py" line="81" />
        <source>Came</source>
        <translation>جاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_lines.py" line="87" />
        <source>{came}, {rest} cancelled</source>
        <translation>جاء {came}، أُلغي {rest}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_lines.py" line="94" />
        <source>Paid {date}: {price} for {units} ({unit} each), {supplier}</source>
        <translation>دُفع {date}: {price} لكل {units} ({unit} للواحدة)، {supplier}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_paper.py" line="34" />
        <source>Order {number}</source>
        <translation>الطلب {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_paper.py" line="36" />
        <source>Supplier</source>
        <translation>المورّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_paper.py" line="37" />
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_paper.py" line="38" />
        <source>Deliver to</source>
        <translation>التسليم إلى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_paper.py" line="39" />
        <source>Ordered on</source>
        <translation>طُلب في</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_paper.py" line="40" />
        <source>Expected on</source>
        <translation>متوقع في</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_paper.py" line="41" />
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_paper.py" line="47" />
        <source>Total</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_paper.py" line="52" />
        <source>Prices of a pack</source>
        <translation>أسعار العبوة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_paper.py" line="58" />
        <source>Not an order: {state}</source>
        <translation>ليس طلبًا: {state}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_paper.py" line="118" />
        <source>Save the order</source>
        <translation>حفظ الطلب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_paper.py" line="124" />
        <source>Page (*.pdf)</source>
        <translation>صفحة (*.pdf)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_paper.py" line="125" />
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/order_paper.py" line="126" />
        <source>Workbook (*.xlsx)</source>
        <translation>مصنف (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/words.py" line="22" />
        <source>draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/words.py" line="23" />
        <source>to be approved</source>
        <translation>للاعتماد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/words.py" line="24" />
        <source>approved</source>
        <translation>معتمد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/words.py" line="25" />
        <source>sent</source>
        <translation>أُرسل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/words.py" line="26" />
        <source>complete</source>
        <translation>مكتمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/words.py" line="27" />
        <source>cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/words.py" line="28" />
        <source>sent back</source>
        <translation>أُرجع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/words.py" line="29" />
        <source>rest cancelled</source>
        <translation>أُلغي الباقي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/words.py" line="30" />
        <source>expected again</source>
        <translation>يُنتظر ثانيةً</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/words.py" line="31" />
        <source>differs</source>
        <translation>يختلف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/words.py" line="32" />
        <source>matched</source>
        <translation>متوافق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/words.py" line="33" />
        <source>rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/purchasing/words.py" line="44" />
        <source>difference accepted</source>
        <translation>قُبل الفرق</translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="34" />
        <source>next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="41" />
        <source>waiting</source>
        <translation>ينتظر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="42" />
        <source>called {time}</source>
        <translation>نودي {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="43" />
        <source>in service</source>
        <translation>قيد الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="44" />
        <source>done</source>
        <translation>انتهى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="45" />
        <source>no-show</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="46" />
        <source>transferred</source>
        <translation>محوّلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="47" />
        <location filename="../../hms_desktop/screens/queue/words.py" line="210" />
        <source>taken off</source>
        <translation>أُزيل من القائمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="48" />
        <location filename="../../hms_desktop/screens/queue/words.py" line="224" />
        <source>not served</source>
        <translation>لم تُخدم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="49" />
        <source>undone</source>
        <translation>تم التراجع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="74" />
        <source>since {time}</source>
        <translation>منذ {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="78" />
        <source>called {times} times, {time}</source>
        <translation>عدد مرات النداء: {times}، {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="88" />
        <source>back from a test for {room}, arrived {time}</source>
        <translation>عودة من فحص إلى {room}، الوصول {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="91" />
        <source>back from a test, arrived {time}</source>
        <translation>عودة من فحص، الوصول {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="95" />
        <location filename="../../hms_desktop/screens/queue/words.py" line="153" />
        <source>next because it waited long while priority calls passed</source>
        <translation>التالية لأنها انتظرت طويلًا أثناء نداءات الأولوية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="96" />
        <source>appointment {time}, not yet due</source>
        <translation>موعد {time}، لم يحن بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="98" />
        <source>put back, arrived {time}</source>
        <translation>أُعيدت إلى الطابور، الوصول {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="100" />
        <source>appointment {time}</source>
        <translation>موعد {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="101" />
        <location filename="../../hms_desktop/screens/queue/words.py" line="185" />
        <source>arrived {time}</source>
        <translation>الوصول {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="108" />
        <source>first call</source>
        <translation>النداء الأول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="109" />
        <source>called {times} times</source>
        <translation>عدد مرات النداء: {times}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="120" />
        <source>not asked yet</source>
        <translation>لم يُسأل بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="121" />
        <source>restricted record</source>
        <translation>ملف مقيَّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="132" />
        <source>waiting {minutes} min</source>
        <translation>في الانتظار منذ {minutes} دقيقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="133" />
        <source>{waited}; {because}</source>
        <translation>{waited}؛ {because}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="146" />
        <source>{service} comes first in the order of this counter</source>
        <translation>{service} أولًا في ترتيب هذا الشباك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="147" />
        <source>it is the turn of {service} by its share</source>
        <translation>جاء دور {service} بحسب حصتها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="148" />
        <source>in {service} somebody has waited longest</source>
        <translation>الانتظار الأطول في {service}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="154" />
        <source>next because nobody else waits; the appointment is later</source>
        <translation>التالية لعدم وجود منتظرين آخرين؛ الموعد لاحقًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="155" />
        <source>next because those before it were called; it was put back</source>
        <translation>التالية لأن ما قبلها نودي عليه؛ أُعيدت إلى الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="156" />
        <source>next because it is back from a test and those before it were called</source>
        <translation>التالية لأنها عادت من فحص ونودي على ما قبلها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="157" />
        <source>next because of its class: {priority}</source>
        <translation>التالية بسبب فئتها: {priority}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="160" />
        <source>next because the appointment is due</source>
        <translation>التالية لأن وقت الموعد حان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="161" />
        <source>next because it arrived first</source>
        <translation>التالية لأنها وصلت أولًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="171" />
        <source>Undo: called {ticket}</source>
        <translation>تراجع: نداء {ticket}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="172" />
        <source>Undo: {ticket} is here</source>
        <translation>تراجع: حضور {ticket}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="173" />
        <source>Undo: {ticket} no-show</source>
        <translation>تراجع: {ticket} لم يحضر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="174" />
        <source>Undo: transferred {ticket}</source>
        <translation>تراجع: تحويل {ticket}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="175" />
        <source>Undo: finished {ticket}</source>
        <translation>تراجع: إنهاء {ticket}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="176" />
        <source>Undo: took off {ticket}</source>
        <translation>تراجع: إزالة {ticket}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="184" />
        <source>MRN {number}</source>
        <translation>رقم الملف {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="192" />
        <source>Nobody has opened this counter today</source>
        <translation>لم يفتح أحد هذا الشباك اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="197" />
        <source>Open · you since {time}</source>
        <translation>مفتوح · أنت منذ {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="198" />
        <source>Open · {person} since {time}</source>
        <translation>مفتوح · {person} منذ {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="199" />
        <source>Paused since {time}</source>
        <translation>متوقف مؤقتًا منذ {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="200" />
        <source>Paused since {time} by {person}</source>
        <translation>أوقفه مؤقتًا {person} منذ {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="201" />
        <source>Closed at {time}</source>
        <translation>أُغلق عند {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="202" />
        <source>Closed at {time} by {person}</source>
        <translation>أغلقه {person} عند {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="216" />
        <source>to come</source>
        <translation>قادمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="217" />
        <source>passed over</source>
        <translation>تم تخطيها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="218" />
        <source>waiting since {entered}</source>
        <translation>في الانتظار منذ {entered}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="219" />
        <source>called {called} to {room}</source>
        <translation>نودي عند {called} إلى {room}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="220" />
        <source>in service, called {called}</source>
        <translation>قيد الخدمة، نودي عند {called}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="221" />
        <source>done {entered}–{closed}</source>
        <translation>اكتملت {entered}–{closed}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="222" />
        <source>sent on {closed}</source>
        <translation>أُحيلت عند {closed}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="223" />
        <source>did not come, {closed}</source>
        <translation>لم يحضر، {closed}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="234" />
        <source>Gives no tickets today</source>
        <translation>لا تصدر تذاكر اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="236" />
        <source>Gives tickets {hours}</source>
        <translation>تصدر التذاكر {hours}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="241" />
        <source>{count} wait, about {minutes} min</source>
        <translation>المنتظرون: {count}، نحو {minutes} دقيقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="255" />
        <source>open since {time}</source>
        <translation>مفتوح منذ {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="256" />
        <source>paused since {time}</source>
        <translation>متوقف مؤقتًا منذ {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="257" />
        <source>calling</source>
        <translation>جارٍ النداء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="268" />
        <source>waits are longer</source>
        <translation>الانتظار أطول من المتوقع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="270" />
        <source>waits are shorter</source>
        <translation>الانتظار أقصر من المتوقع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="271" />
        <source>as expected</source>
        <translation>كما هو متوقع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="278" />
        <source>{day} was not closed; tickets still open: {count}</source>
        <translation>لم يُغلق يوم {day}؛ التذاكر التي ما زالت مفتوحة: {count}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="164" />
        <source>always</source>
        <translation>دائمًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="166" />
        <source>{hours} · {days} days</source>
        <translation>{hours} · عدد الأيام: {days}</translation>
    </message>
</context>
<context>
    <name>refusals</name>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="8" />
        <source>Both records have an appointment on {at}; cancel one of them first.</source>
        <translation>لكلا الملفين موعد في {at}؛ ألغِ أحدهما أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="10" />
        <source>Cancelling needs a reason; choose one of the list.</source>
        <translation>يتطلب الإلغاء سببًا؛ اختر سببًا من القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="13" />
        <source>A colleague changed this appointment meanwhile (it is now {state}); look at it again.</source>
        <translation>غيّر أحد الزملاء هذا الموعد في هذه الأثناء (حالته الآن: {state})؛ راجعه من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="17" />
        <source>Another clinic has this name; choose another one.</source>
        <translation>هذا الاسم مستخدم لعيادة أخرى؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="20" />
        <source>The appointment of this reminder stands no more, so it is not sent.</source>
        <translation>موعد هذا التذكير لم يعد قائمًا، لذلك لن يُرسل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="22" />
        <source>Say how many visits there are, or until when they go on.</source>
        <translation>حدّد عدد الزيارات أو تاريخ انتهائها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="25" />
        <source>A colleague changed this entry of the waiting list; look at it again.</source>
        <translation>غيّر أحد الزملاء هذا القيد في قائمة الانتظار؛ راجعه من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="27" />
        <source>An appointment begins by being booked.</source>
        <translation>يبدأ الموعد بحجزه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="28" />
        <source>The code of an appointment and who booked it never change.</source>
        <translation>لا يتغير رمز الموعد ولا اسم من حجزه أبدًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="31" />
        <source>A session ends after it begins and holds at least one slot; check the hours.</source>
        <translation>يجب أن تنتهي الجلسة بعد بدايتها وأن تتسع لفترة واحدة على الأقل؛ تحقق من الأوقات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="33" />
        <source>The clinic has no session then; choose another day.</source>
        <translation>لا توجد جلسة للعيادة في ذلك الوقت؛ اختر يومًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="36" />
        <source>This appointment does not stand any more; no slip was printed.</source>
        <translation>هذا الموعد لم يعد قائمًا؛ لم تُطبع أي قسيمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="40" />
        <source>This entry of the schedule is not known; reload the list.</source>
        <translation>هذا القيد في الجدول غير معروف؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="44" />
        <source>This entry is not on the waiting list; look at the list again.</source>
        <translation>هذا القيد ليس في قائمة الانتظار؛ راجع القائمة من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="48" />
        <location filename="../../hms_desktop/app/refusals/queue.py" line="55" />
        <source>This patient is not known; find or register the patient first.</source>
        <translation>هذا المريض غير معروف؛ ابحث عنه أو سجّله أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="50" />
        <source>This slot has no such seat; choose another slot.</source>
        <translation>لا يوجد هذا المكان في هذه الفترة؛ اختر فترة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="51" />
        <source>No date fits this repetition; check its end.</source>
        <translation>لا يوجد تاريخ يوافق هذا التكرار؛ تحقق من نهايته.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="54" />
        <source>{clinic} has no slot at {at}; choose one of its slots.</source>
        <translation>لا توجد في {clinic} فترة عند {at}؛ اختر إحدى فتراتها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="56" />
        <source>This appointment is {state}, so it cannot be {wish}.</source>
        <translation>حالة هذا الموعد: {state}، لذلك لا يمكن تغييرها إلى: {wish}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="59" />
        <source>The time of this appointment has not come yet; cancel it instead.</source>
        <translation>لم يحن وقت هذا الموعد بعد؛ ألغِه بدلًا من ذلك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="63" />
        <source>Nothing is held for this patient any more; look at the list again.</source>
        <translation>لم يعد هناك مكان محجوز مؤقتًا لهذا المريض؛ راجع القائمة من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="67" />
        <source>This appointment is on {at}, not today; move it to today or issue a plain ticket.</source>
        <translation>هذا الموعد في {at} وليس اليوم؛ انقله إلى اليوم أو أصدر تذكرة عادية.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="73" />
        <source>The clinic is not open at that time; choose another slot.</source>
        <translation>العيادة غير مفتوحة في ذلك الوقت؛ اختر فترة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="77" />
        <source>{clinic} is overbooked {most} time(s) in this session already; choose another slot.</source>
        <translation>بلغ الحجز الزائد في {clinic} حدّه في هذه الجلسة ({most})؛ اختر فترة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="83" />
        <source>You may not overbook {clinic}; choose another slot or ask somebody who may.</source>
        <translation>لا يُسمح لك بالحجز الزائد في {clinic}؛ اختر فترة أخرى أو اطلب ذلك ممن يُسمح له.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="87" />
        <source>This patient has an appointment at {clinic} on {at} already; move that one or choose another time.</source>
        <translation>لهذا المريض موعد في {clinic} عند {at} بالفعل؛ انقل ذلك الموعد أو اختر وقتًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="94" />
        <source>Choose every how many days, weeks or months the visit repeats.</source>
        <translation>اختر عدد الأيام أو الأسابيع أو الأشهر بين كل زيارة وأخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="98" />
        <source>{many} of {of} visits cannot be booked, so none was; leave these out or choose another time.</source>
        <translation>تعذّر حجز {many} من أصل {of} من الزيارات، لذلك لم تُحجز أي زيارة؛ استبعدها أو اختر وقتًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="104" />
        <source>{clinic} is closed on {on_date}; choose another day.</source>
        <translation>{clinic} مغلقة في {on_date}؛ اختر يومًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="108" />
        <source>{clinic} has no place left at {at}; choose another slot.</source>
        <translation>لا يوجد مكان شاغر في {clinic} عند {at}؛ اختر فترة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="110" />
        <source>This slot is over; choose a later one.</source>
        <translation>انتهت هذه الفترة؛ اختر فترة لاحقة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="111" />
        <source>Choose a duty or a person who may overbook.</source>
        <translation>اختر دورًا وظيفيًا أو شخصًا يُسمح له بالحجز الزائد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="114" />
        <source>A course has at most {most} visits; book the rest later.</source>
        <translation>الحد الأقصى لسلسلة الزيارات هو {most}؛ احجز الباقي لاحقًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="116" />
        <source>This appointment is not known; look it up again.</source>
        <translation>هذا الموعد غير معروف؛ ابحث عنه من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="119" />
        <source>The holidays of this country or region are not known; type them in.</source>
        <translation>عُطل هذا البلد أو الإقليم غير معروفة؛ أدخلها يدويًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="121" />
        <source>This patient is on this waiting list already.</source>
        <translation>هذا المريض مدرج في قائمة الانتظار هذه بالفعل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="124" />
        <source>This patient waits no more; look at the list again.</source>
        <translation>لم يعد هذا المريض في الانتظار؛ راجع القائمة من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="126" />
        <source>An appointment that is {from} cannot become {to}.</source>
        <translation>لا يمكن تغيير حالة الموعد من {from} إلى {to}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="130" />
        <source>held</source>
        <translation>محجوز مؤقتًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="131" />
        <source>booked</source>
        <translation>محجوز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="132" />
        <source>arrived</source>
        <translation>حضر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="133" />
        <source>in_service</source>
        <translation>قيد الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="134" />
        <location filename="../../hms_desktop/app/refusals/queue.py" line="188" />
        <source>done</source>
        <translation>منتهية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="135" />
        <location filename="../../hms_desktop/app/refusals/queue.py" line="191" />
        <source>cancelled</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="136" />
        <location filename="../../hms_desktop/app/refusals/queue.py" line="189" />
        <source>no_show</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="137" />
        <source>moved</source>
        <translation>منقول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="138" />
        <source>taken back</source>
        <translation>تم سحبه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="139" />
        <source>checked in</source>
        <translation>تم تسجيل الحضور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="140" />
        <source>taken back from the queue</source>
        <translation>تم سحبه من الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="141" />
        <location filename="../../hms_desktop/app/refusals/queue.py" line="196" />
        <source>marked as no-show</source>
        <translation>تسجيل عدم الحضور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="8" />
        <source>This screen is closed; put it in use before you test it.</source>
        <translation>هذه الشاشة مغلقة؛ ضعها في الاستخدام قبل تجربتها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="12" />
        <source>A called ticket stands for 3 to 60 seconds; type a number of them.</source>
        <translation>تبقى التذكرة المنادى عليها من 3 إلى 60 ثانية؛ اكتب عدد الثواني.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="16" />
        <source>Hours have a beginning and another end, as in 22:00–06:00; type both or none.</source>
        <translation>للساعات بداية ونهاية مختلفة، مثل 22:00–06:00؛ اكتب الاثنتين أو لا شيء.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="20" />
        <source>A kiosk's login begins with kiosk- and holds small letters and digits.</source>
        <translation>يبدأ اسم دخول الكشك بـ kiosk- ويتكون من أحرف لاتينية صغيرة وأرقام.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="22" />
        <source>This login name is taken; try again.</source>
        <translation>اسم الدخول هذا مستخدم؛ حاول مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="23" />
        <source>Another screen has this name; choose another one.</source>
        <translation>هناك شاشة أخرى بهذا الاسم؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="26" />
        <source>This login belongs to no waiting-room screen that is in use; ask IT.</source>
        <translation>اسم الدخول هذا لا يخص أي شاشة مستخدمة في قاعات الانتظار؛ اسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="28" />
        <source>A room of this screen is not on the list; choose again.</source>
        <translation>إحدى غرف هذه الشاشة ليست في القائمة؛ اختر من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="29" />
        <source>A screen's state is one object of at most 2,000 bytes.</source>
        <translation>حالة الشاشة كائن واحد لا يتجاوز 2,000 بايت.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="32" />
        <source>A screen sends a JPEG picture of at most 40,000 bytes.</source>
        <translation>ترسل الشاشة صورة JPEG لا تزيد على 40,000 بايت.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="34" />
        <source>A screen acknowledges at most 1,000 calls at a time.</source>
        <translation>تؤكد الشاشة استلام 1,000 نداء على الأكثر في كل مرة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="35" />
        <source>This screen is not on the list; reload the list.</source>
        <translation>هذه الشاشة ليست في القائمة؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="36" />
        <source>A volume is a number from 0 to 100; type one.</source>
        <translation>مستوى الصوت رقم من 0 إلى 100؛ اكتب رقمًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="37" />
        <source>{found} Mbit/s are too many for a {machine}: at most {most}.</source>
        <translation>{found} ميغابت في الثانية كثيرة على {machine}: الحد الأقصى {most}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="38" />
        <source>A {machine} has no {codec} decoder; it needs {wish}.</source>
        <translation>ليس في {machine} فاكّ ترميز {codec}؛ يحتاج إلى {wish}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="41" />
        <source>The file ends before its film does; copy it again from where it came.</source>
        <translation>ينتهي الملف قبل نهاية الفيلم؛ انسخه مرة أخرى من مصدره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="45" />
        <source>{fps} pictures a second are too many for a {machine}: at most {most}.</source>
        <translation>{fps} صورة في الثانية كثيرة على {machine}: الحد الأقصى {most}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="49" />
        <source>The film stands on the playlist {playlist}; take it off that list first.</source>
        <translation>الفيلم موجود في قائمة التشغيل {playlist}؛ أزله منها أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="51" />
        <source>The film {film} is there already.</source>
        <translation>الفيلم {film} موجود من قبل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="52" />
        <source>A film lasts from one second to three hours; cut it to that.</source>
        <translation>يدوم الفيلم من ثانية إلى ثلاث ساعات؛ اقطعه إلى هذا الحد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="55" />
        <source>Another film is called {film}; remove that one first, or rename the file.</source>
        <translation>فيلم آخر اسمه {film}؛ احذفه أولًا أو غيّر اسم الملف.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="59" />
        <source>{name} cannot be a film's name; a plain name ends in .mp4, .m4v, .mov, .mkv or .webm.</source>
        <translation>لا يصلح {name} اسمًا لفيلم؛ الاسم البسيط ينتهي بـ .mp4 أو .m4v أو .mov أو .mkv أو .webm.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="65" />
        <source>{name} is no file on this machine: a link or an address is not taken.</source>
        <translation>{name} ليس ملفًا على هذا الجهاز: لا تُقبل الروابط ولا العناوين.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="67" />
        <source>This film stands on no playlist of this screen.</source>
        <translation>هذا الفيلم ليس في أي قائمة تشغيل لهذه الشاشة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="68" />
        <source>This film is not being added any more; add it again.</source>
        <translation>لم تعد إضافة هذا الفيلم جارية؛ أضفه مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="71" />
        <source>Parts of the film have not arrived; add it again, it goes on where it stood.</source>
        <translation>لم تصل أجزاء من الفيلم؛ أضفه مرة أخرى فيُستأنف من حيث توقف.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="73" />
        <source>A part of the film has a wrong length; add the film again.</source>
        <translation>طول جزء من الفيلم خاطئ؛ أضف الفيلم مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="74" />
        <source>A {machine} does not decode this kind of {codec} ({kind}).</source>
        <translation>لا يفك {machine} هذا النوع من {codec} ({kind}).</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="75" />
        <source>The picture of {size} is too large for a {machine}: at most {most}.</source>
        <translation>صورة بحجم {size} كبيرة على {machine}: الحد الأقصى {most}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="76" />
        <source>Sound as {sound} is not played.</source>
        <translation>الصوت بصيغة {sound} لا يُشغَّل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="77" />
        <source>This film is not on the list any more; reload the list.</source>
        <translation>لم يعد هذا الفيلم في القائمة؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="80" />
        <source>A screen of this message is not on the list; choose again.</source>
        <translation>إحدى شاشات هذه الرسالة ليست في القائمة؛ اختر من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="84" />
        <source>Hours have a beginning and another end, as in 08:00–12:00; type both or none.</source>
        <translation>للساعات بداية ونهاية مختلفة، مثل 08:00–12:00؛ اكتب الاثنتين أو لا شيء.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="86" />
        <source>The message is empty; type what the screens shall say.</source>
        <translation>الرسالة فارغة؛ اكتب ما ستقوله الشاشات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="87" />
        <source>This message is not on the list; reload the list.</source>
        <translation>هذه الرسالة ليست في القائمة؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="90" />
        <source>The last day lies before the first; choose another one.</source>
        <translation>اليوم الأخير قبل الأول؛ اختر يومًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="92" />
        <source>A pairing code is eight signs; the screen makes it.</source>
        <translation>رمز الاقتران ثماني علامات؛ تصنعه الشاشة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="95" />
        <source>This code was used already; the screen makes another one.</source>
        <translation>استُخدم هذا الرمز من قبل؛ تصنع الشاشة رمزًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="97" />
        <source>This request was answered already; reload the list.</source>
        <translation>أُجيب هذا الطلب من قبل؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="100" />
        <source>This request is older than ten minutes; the screen shows a new code by now.</source>
        <translation>مضى على هذا الطلب أكثر من عشر دقائق؛ تعرض الشاشة الآن رمزًا جديدًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="104" />
        <source>Five screens wait to be paired already; accept or refuse them in the program, or wait ten minutes.</source>
        <translation>خمس شاشات تنتظر الاقتران؛ اقبلها أو ارفضها في البرنامج، أو انتظر عشر دقائق.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="111" />
        <source>Too many screens have asked to be paired; wait ten minutes.</source>
        <translation>طلبت شاشات كثيرة الاقتران؛ انتظر عشر دقائق.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="115" />
        <source>No screen waits with this code; compare it with the one on the screen.</source>
        <translation>لا تنتظر أي شاشة بهذا الرمز؛ قارنه بالرمز المعروض على الشاشة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="119" />
        <source>A screen of this playlist is not on the list; choose again.</source>
        <translation>إحدى شاشات قائمة التشغيل هذه ليست في القائمة؛ اختر من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="123" />
        <source>A film of this playlist is not there any more; choose again.</source>
        <translation>لم يعد أحد أفلام قائمة التشغيل هذه موجودًا؛ اختر من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="125" />
        <source>The last day is before the first one; change one of them.</source>
        <translation>اليوم الأخير قبل الأول؛ غيّر أحدهما.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="126" />
        <source>Another playlist has this name; choose another one.</source>
        <translation>قائمة تشغيل أخرى لها هذا الاسم؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="127" />
        <source>This playlist is not on the list; reload the list.</source>
        <translation>قائمة التشغيل هذه ليست في القائمة؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="6" />
        <source>Your duties do not allow this; ask an administrator for them.</source>
        <translation>مهامك لا تسمح بذلك؛ اطلبها من المسؤول.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="7" />
        <source>The database refused this entry ({name}); check it and try again.</source>
        <translation>رفضت قاعدة البيانات هذا الإدخال ({name})؛ تحقق منه وحاول مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="12" />
        <source>The hospital's database is older than this program needs; ask IT to run hms-admin migrate.</source>
        <translation>قاعدة بيانات المستشفى أقدم مما يحتاجه هذا البرنامج؛ اطلب من قسم تقنية المعلومات تشغيل hms-admin migrate.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="8" />
        <source>Another program is just making the demo; try again in a minute.</source>
        <translation>برنامج آخر ينشئ العرض التجريبي الآن؛ حاول مرة أخرى بعد دقيقة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="9" />
        <source>The demo could not be started ({why}); see the log.</source>
        <translation>تعذّر بدء العرض التجريبي ({why})؛ راجع السجل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="10" />
        <source>Another program is still starting the built-in database.</source>
        <translation>برنامج آخر ما زال يشغّل قاعدة البيانات المدمجة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="11" />
        <source>The built-in database is stopping and does not end.</source>
        <translation>قاعدة البيانات المدمجة قيد الإيقاف ولم تتوقف بعد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="12" />
        <source>The built-in database cannot be copied to {folder}: {why}.</source>
        <translation>تعذّر نسخ قاعدة البيانات المدمجة إلى {folder}: {why}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="13" />
        <source>The built-in database cannot use its folder {folder}: {why}.</source>
        <translation>تعذّر على قاعدة البيانات المدمجة استخدام مجلدها {folder}: {why}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="14" />
        <source>The folder {folder} holds something else already.</source>
        <translation>المجلد {folder} يحتوي على شيء آخر بالفعل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="15" />
        <source>The built-in database could not be created; see {file}.</source>
        <translation>تعذّر إنشاء قاعدة البيانات المدمجة؛ راجع {file}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="16" />
        <source>The package embedded-postgres is not installed.</source>
        <translation>الحزمة embedded-postgres غير مثبتة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="17" />
        <source>The built-in database has not been started.</source>
        <translation>لم تُشغَّل قاعدة البيانات المدمجة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="18" />
        <source>The built-in database's {file} is missing.</source>
        <translation>الملف {file} الخاص بقاعدة البيانات المدمجة مفقود.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="19" />
        <source>The built-in database did not start; see {file}.</source>
        <translation>لم تبدأ قاعدة البيانات المدمجة؛ راجع {file}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="22" />
        <source>The built-in database runs as 'nobody', who cannot enter {folder}; choose another folder.</source>
        <translation>تعمل قاعدة البيانات المدمجة باسم المستخدم 'nobody' الذي لا يمكنه دخول {folder}؛ اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="28" />
        <source>{folder} holds data of PostgreSQL {found}; this program brings {ours}.</source>
        <translation>يحتوي {folder} على بيانات PostgreSQL {found}؛ هذا البرنامج يأتي مع {ours}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="30" />
        <source>The number is too large for this field; check it.</source>
        <translation>الرقم كبير جدًا لهذا الحقل؛ تحقق منه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="33" />
        <source>The barcode's text holds letters that a barcode cannot hold; report this.</source>
        <translation>نص الباركود يحتوي على أحرف لا يقبلها الباركود؛ أبلغ عن ذلك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="37" />
        <source>The layout {file} has a mistake in line {line}: {why}. Correct the file.</source>
        <translation>في التخطيط {file} خطأ في السطر {line}: {why}. صحّح الملف.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="39" />
        <source>The layout {file} cannot be read: {why}.</source>
        <translation>تعذّرت قراءة التخطيط {file}: {why}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="40" />
        <source>The logo {file} is not a picture; replace the file.</source>
        <translation>الشعار {file} ليس صورة؛ استبدل الملف.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="41" />
        <source>There is no layout {file}; choose a printer with other paper.</source>
        <translation>لا يوجد تخطيط باسم {file}؛ اختر طابعة بورق آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="42" />
        <source>The printer reports a fault; look at its lamps, then repeat.</source>
        <translation>تبلّغ الطابعة عن عطل؛ افحص مصابيحها ثم أعد الطباعة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="43" />
        <source>The printer's cover is open; close it and repeat.</source>
        <translation>غطاء الطابعة مفتوح؛ أغلقه ثم أعد الطباعة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="46" />
        <source>This computer has no driver for this kind of printer; ask IT, or choose another printer.</source>
        <translation>لا يوجد على هذا الحاسوب برنامج تشغيل لهذا النوع من الطابعات؛ اسأل قسم تقنية المعلومات أو اختر طابعة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="50" />
        <source>The printer has no paper; put in a new roll and repeat.</source>
        <translation>لا يوجد ورق في الطابعة؛ ضع لفافة جديدة ثم أعد الطباعة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="53" />
        <source>The printer does not answer; switch it on, or check its cable and address.</source>
        <translation>الطابعة لا تستجيب؛ شغّلها أو تحقق من كابلها وعنوانها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="57" />
        <source>The printer took perhaps only a part of the paper; look at it before you repeat.</source>
        <translation>ربما طُبع جزء من المستند فقط؛ افحصه قبل إعادة الطباعة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="71" />
        <source>The request was cancelled.</source>
        <translation>أُلغي الطلب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="74" />
        <source>This cannot be the address of a server or one of its names; type it again.</source>
        <translation>لا يصلح هذا عنوانًا لخادم أو اسمًا من أسمائه؛ اكتبه من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="78" />
        <source>The server does not answer; check the network. What you typed is kept.</source>
        <translation>الخادم لا يجيب؛ تحقق من الشبكة. ما كتبته محفوظ.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="80" />
        <source>A colleague is changing the same entry; try again in a moment.</source>
        <translation>يعدّل زميل الإدخال نفسه الآن؛ حاول بعد لحظة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="81" />
        <source>This program has ended its work with the server.</source>
        <translation>أنهى هذا البرنامج عمله مع الخادم.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="84" />
        <source>The server has no free connection now; try again in a moment or tell IT.</source>
        <translation>لا يوجد اتصال متاح في الخادم الآن؛ حاول بعد لحظة أو أبلغ قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="88" />
        <source>The certificate file of the hospital's server is missing on this PC; ask IT for it.</source>
        <translation>ملف شهادة خادم المستشفى غير موجود على هذا الحاسوب؛ اطلبه من قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="92" />
        <source>This server has no such database; check its name with IT.</source>
        <translation>لا توجد قاعدة بيانات بهذا الاسم على هذا الخادم؛ تحقق من اسمها مع قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="95" />
        <source>This program cannot use the hospital's Kerberos on this PC; ask IT.</source>
        <translation>لا يستطيع هذا البرنامج استخدام Kerberos الخاص بالمستشفى على هذا الحاسوب؛ اسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="99" />
        <source>The server does not let this PC or this account in; ask IT to allow it.</source>
        <translation>لا يسمح الخادم بدخول هذا الحاسوب أو هذا الحساب؛ اطلب من قسم تقنية المعلومات السماح به.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="101" />
        <source>The server took too long and the request was stopped; try again.</source>
        <translation>استغرق الخادم وقتًا طويلًا فأُوقف الطلب؛ حاول مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="104" />
        <source>The hospital's Kerberos does not know this server; ask IT.</source>
        <translation>لا يعرف Kerberos الخاص بالمستشفى هذا الخادم؛ اسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="108" />
        <source>The server cannot prove who it is; nothing was sent to it. Ask IT.</source>
        <translation>تعذّر على الخادم إثبات هويته؛ لم يُرسل إليه شيء. اسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="112" />
        <source>The server does not encrypt its connections; nothing was sent to it. Ask IT.</source>
        <translation>لا يشفّر الخادم اتصالاته؛ لم يُرسل إليه شيء. اسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="116" />
        <source>The server's certificate is not the hospital's; nothing was sent to it. Check the address, or ask IT.</source>
        <translation>شهادة الخادم ليست شهادة المستشفى؛ لم يُرسل إليه شيء. تحقق من العنوان أو اسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="123" />
        <source>The settings could not be written to {file}; check that you may write there.</source>
        <translation>تعذّرت كتابة الإعدادات في {file}؛ تأكد من أن لديك صلاحية الكتابة هناك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="142" />
        <source>The hospital's directory did not take this name and password, or it does not answer; type both again, or ask IT.</source>
        <translation>لم يقبل دليل المستشفى هذا الاسم وكلمة المرور، أو أنه لا يجيب؛ اكتبهما من جديد أو اسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="150" />
        <source>The hospital's Kerberos does not answer; check the network, or ask IT.</source>
        <translation>لا يجيب Kerberos الخاص بالمستشفى؛ تحقق من الشبكة أو اسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="154" />
        <source>This computer holds no Kerberos ticket for you, or it has ended; sign in to the computer anew, then try again.</source>
        <translation>لا توجد في هذا الحاسوب تذكرة Kerberos لك، أو أنها انتهت؛ سجّل الدخول إلى الحاسوب من جديد ثم أعد المحاولة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="162" />
        <source>This computer's own session is not that of this name; type the name that you signed in to the computer with.</source>
        <translation>جلسة هذا الحاسوب ليست لهذا الاسم؛ اكتب الاسم الذي سجّلت به الدخول إلى الحاسوب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="174" />
        <source>ffmpeg could not convert the film: {why}</source>
        <translation>لم يستطع ffmpeg تحويل الفيلم: {why}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="177" />
        <source>ffmpeg is not installed on this machine; install it and try again.</source>
        <translation>برنامج ffmpeg غير مثبت على هذا الجهاز؛ ثبّته ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="181" />
        <source>ffprobe is not installed on this machine, so films cannot be checked; install ffmpeg and try again.</source>
        <translation>برنامج ffprobe غير مثبت على هذا الجهاز فلا يمكن فحص الأفلام؛ ثبّت ffmpeg ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="186" />
        <source>{name} holds no moving picture.</source>
        <translation>لا يحتوي {name} على صورة متحركة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="187" />
        <source>{name} is empty or broken; it cannot be read.</source>
        <translation>الملف {name} فارغ أو تالف؛ لا يمكن قراءته.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="63" />
        <source>{file} declares a document type, which could ask for other files; take it out first.</source>
        <translation>{file} يعلن نوع مستند قد يطلب ملفات أخرى؛ احذفه أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="67" />
        <source>{file} is no JSON, or it is broken.</source>
        <translation>{file} ليس JSON أو هو تالف.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="68" />
        <source>{file} holds no list of records.</source>
        <translation>{file} لا يحوي قائمة سجلات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="69" />
        <source>{file} is too large for JSON; save it as CSV.</source>
        <translation>{file} أكبر من أن يُقرأ JSON؛ احفظه CSV.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="70" />
        <source>{file} is broken XML in line {line}.</source>
        <translation>{file} فيه XML تالف في السطر {line}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="125" />
        <source>{file} is no XLSX workbook, or it is broken; save it once more.</source>
        <translation>الملف {file} ليس مصنف XLSX أو أنه تالف؛ احفظه مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="126" />
        <source>{file} holds no rows.</source>
        <translation>الملف {file} لا يحتوي على صفوف.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="127" />
        <source>{file} is not {encoding} text; say which encoding it has.</source>
        <translation>الملف {file} ليس نصًا بترميز {encoding}؛ حدّد ترميزه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="128" />
        <source>There is no encoding called {encoding}; try utf-8 or cp1252.</source>
        <translation>لا يوجد ترميز باسم {encoding}؛ جرّب utf-8 أو cp1252.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="131" />
        <source>A list is saved as .csv or .xlsx; give the file one of these endings.</source>
        <translation>تُحفظ القائمة بصيغة .csv أو .xlsx؛ أعطِ الملف أحد هذين الامتدادين.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="133" />
        <source>{file} is neither CSV nor XLSX; save it as one of these first.</source>
        <translation>الملف {file} ليس CSV ولا XLSX؛ احفظه بإحدى هاتين الصيغتين أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="134" />
        <source>{file} has no sheet {sheet}; it has: {there}.</source>
        <translation>الملف {file} لا يحتوي على الورقة {sheet}؛ أوراقه: {there}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="135" />
        <source>{file} has more than one column called {columns}; rename one.</source>
        <translation>في الملف {file} أكثر من عمود باسم {columns}؛ غيّر اسم أحدها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="136" />
        <source>The titles of {file} cannot be read.</source>
        <translation>تعذّرت قراءة عناوين أعمدة الملف {file}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="137" />
        <source>{file} is too large for a workbook; save it as CSV.</source>
        <translation>الملف {file} أكبر من أن يُحفظ في مصنف؛ احفظه بصيغة CSV.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="138" />
        <source>A workbook holds {rows} rows; save the list as CSV.</source>
        <translation>سعة المصنف {rows} من الصفوف؛ احفظ القائمة بصيغة CSV.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="139" />
        <source>This account may not sign in; ask an administrator.</source>
        <translation>لا يُسمح لهذا الحساب بالدخول؛ اسأل المسؤول.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="168" />
        <source>The name or the password is not right; type both again.</source>
        <translation>الاسم أو كلمة المرور غير صحيحة؛ اكتبهما مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="169" />
        <source>The text is too long for this field; shorten it.</source>
        <translation>النص أطول مما يتسع له هذا الحقل؛ اختصره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="172" />
        <source>The text holds a character that cannot be stored; type it again.</source>
        <translation>يحتوي النص على رمز لا يمكن حفظه؛ اكتبه مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="8" />
        <source>Both records have entries in {table} that cannot stand in one record; change one of them first.</source>
        <translation>لكلا الملفين قيود في {table} لا يمكن أن تجتمع في ملف واحد؛ غيّر أحدها أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="15" />
        <source>A colleague decided about this pair meanwhile; look at the list again.</source>
        <translation>بتّ أحد الزملاء في هذا الزوج في هذه الأثناء؛ راجع القائمة من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="19" />
        <source>This record was merged into {mrn}; open that one and go on there.</source>
        <translation>دُمج هذا الملف في {mrn}؛ افتح ذلك الملف وتابع فيه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="23" />
        <source>Record {mrn} was itself merged later; undo that merge first.</source>
        <translation>الملف {mrn} نفسه دُمج لاحقًا؛ تراجع عن ذلك الدمج أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="27" />
        <source>One of the chosen fields cannot be taken over; look at the pair again.</source>
        <translation>أحد الحقول المختارة لا يمكن نقله؛ راجع الزوج من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="31" />
        <source>This merge is not known; look at the list again.</source>
        <translation>هذا الدمج غير معروف؛ راجع القائمة من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="35" />
        <source>This pair is not known; look at the list again.</source>
        <translation>هذا الزوج غير معروف؛ راجع القائمة من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="39" />
        <source>This person may be registered already; look at the likely duplicates and save again if it is somebody else.</source>
        <translation>قد يكون هذا الشخص مسجلًا بالفعل؛ راجع التكرارات المحتملة واحفظ مرة أخرى إن كان شخصًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="47" />
        <source>The pharmacy has a prescription of record {mrn} open; wait until it is dispensed or put back.</source>
        <translation>وصفة للسجل {mrn} مفتوحة في الصيدلية؛ انتظر حتى تُصرف أو تُعاد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="54" />
        <source>Ticket {ticket} of record {mrn} is still open; finish or cancel it first.</source>
        <translation>التذكرة {ticket} الخاصة بالملف {mrn} ما زالت مفتوحة؛ أنهِها أو ألغِها أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="58" />
        <source>A record cannot be merged with itself; choose another one.</source>
        <translation>لا يمكن دمج ملف مع نفسه؛ اختر ملفًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="62" />
        <source>A colleague undid this merge meanwhile; look at the list again.</source>
        <translation>تراجع أحد الزملاء عن هذا الدمج في هذه الأثناء؛ راجع القائمة من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="6" />
        <source>Another department has this name; choose another one.</source>
        <translation>هناك قسم آخر بهذا الاسم؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="7" />
        <source>This department is not on the list; reload the list.</source>
        <translation>هذا القسم ليس في القائمة؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="8" />
        <source>A currency is three capital letters, such as USD or KES.</source>
        <translation>رمز العملة ثلاثة أحرف لاتينية كبيرة، مثل USD أو KES.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="9" />
        <source>Choose at least one language.</source>
        <translation>اختر لغة واحدة على الأقل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="12" />
        <source>The time zone is not known; choose one by its IANA name, such as Africa/Nairobi.</source>
        <translation>المنطقة الزمنية غير معروفة؛ اختر منطقة باسمها في IANA، مثل Africa/Nairobi.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="16" />
        <source>Another room or counter has this name; choose another one.</source>
        <translation>هناك غرفة أو شباك بهذا الاسم؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="17" />
        <source>A service of this room is not on the list; choose again.</source>
        <translation>إحدى خدمات هذه الغرفة ليست في القائمة؛ اختر من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="18" />
        <source>This room is not on the list; reload the list.</source>
        <translation>هذه الغرفة ليست في القائمة؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="21" />
        <source>The department of this service is not on the list; choose another one.</source>
        <translation>قسم هذه الخدمة ليس في القائمة؛ اختر قسمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="23" />
        <source>Another service has this name; choose another one.</source>
        <translation>هناك خدمة أخرى بهذا الاسم؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="24" />
        <source>Another service has this prefix; choose other letters.</source>
        <translation>هناك خدمة أخرى بهذه الحروف؛ اختر حروفًا أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="25" />
        <source>A prefix is one to three capital letters A to Z.</source>
        <translation>الحروف من حرف إلى ثلاثة أحرف لاتينية كبيرة من A إلى Z.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="26" />
        <source>This service is not on the list; reload the list.</source>
        <translation>هذه الخدمة ليست في القائمة؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="8" />
        <source>This file is being imported by somebody else just now; look again later.</source>
        <translation>يستورد شخص آخر هذا الملف الآن؛ عُد إليه لاحقًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="12" />
        <source>Allergies are listed, so "none known" cannot stand beside them; take out the one or the other.</source>
        <translation>توجد حساسيات مدرجة، فلا يمكن أن تقترن بها عبارة "لا توجد حساسية معروفة"؛ احذف إحداهما.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="16" />
        <source>The allergy names no substance.</source>
        <translation>لم تُذكر المادة المسببة للحساسية.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="17" />
        <source>The same allergy is listed twice; take one out.</source>
        <translation>أُدرجت الحساسية نفسها مرتين؛ احذف إحداهما.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="20" />
        <source>This is not a date of birth; type it like 17.5.1990, 5/1990, 1990 or an age like 40.</source>
        <translation>هذا ليس تاريخ ميلاد؛ اكتبه مثل 17.5.1990 أو 5/1990 أو 1990، أو اكتب العمر مثل 40.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="24" />
        <source>The date of birth lies in the future.</source>
        <translation>تاريخ الميلاد في المستقبل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="25" />
        <source>The date of birth is more than 130 years ago.</source>
        <translation>تاريخ الميلاد قبل أكثر من 130 سنة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="26" />
        <source>An emergency contact needs a name.</source>
        <translation>يجب ذكر اسم جهة الاتصال للطوارئ.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="29" />
        <source>The {field} contains a hidden control character; please type it again without it.</source>
        <translation>الحقل {field} يحتوي على رمز تحكم مخفي؛ يُرجى كتابته من جديد بدونه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="33" />
        <source>The identifier is empty.</source>
        <translation>رقم الهوية فارغ.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="36" />
        <source>This {name} is mistyped: its length or check digit is wrong. Compare it with the card, or choose "Other" to keep it as it is.</source>
        <translation>الرقم {name} مكتوب خطأً: طوله أو رقم التحقق غير صحيح. قارنه بالبطاقة، أو اختر "أخرى" لإبقائه كما هو.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="42" />
        <source>The language is not a language code like en or pt-BR.</source>
        <translation>اللغة ليست رمز لغة مثل en أو pt-BR.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="43" />
        <source>This is not a medical record number.</source>
        <translation>هذا ليس رقم ملف طبي.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="46" />
        <source>This medical record number is mistyped; compare it with the card.</source>
        <translation>رقم الملف الطبي هذا مكتوب خطأً؛ قارنه بالبطاقة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="48" />
        <source>A patient needs a name; one name is enough.</source>
        <translation>يحتاج المريض إلى اسم؛ اسم واحد يكفي.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="49" />
        <source>There is no such day in the calendar.</source>
        <translation>لا يوجد هذا اليوم في التقويم.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="50" />
        <source>This record is not restricted; it is open already.</source>
        <translation>هذا الملف غير مقيّد الوصول؛ إنه مفتوح بالفعل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="51" />
        <source>A phone number needs at least three digits.</source>
        <translation>يحتاج رقم الهاتف إلى ثلاثة أرقام على الأقل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="54" />
        <source>The verified phone number is not the one that was typed; type it again.</source>
        <translation>رقم الهاتف الذي جرى التحقق منه ليس الرقم المكتوب؛ اكتبه من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="56" />
        <source>This is not a photo that can be kept; take it again.</source>
        <translation>لا يمكن حفظ هذه الصورة؛ التقطها من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="57" />
        <source>The insurance policy ends before it begins.</source>
        <translation>تنتهي وثيقة التأمين قبل بدايتها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="58" />
        <source>This is not a day; type it like 31.12.2026 or 12/2026.</source>
        <translation>هذا ليس تاريخًا صحيحًا؛ اكتبه مثل 31.12.2026 أو 12/2026.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="59" />
        <source>An insurance policy needs its insurer and its number.</source>
        <translation>تتطلب وثيقة التأمين اسم شركة التأمين ورقم الوثيقة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="62" />
        <source>This insurance policy is entered twice for the same days; end the one before the other begins.</source>
        <translation>أُدخلت وثيقة التأمين هذه مرتين للأيام نفسها؛ أنهِ إحداهما قبل بداية الأخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="66" />
        <source>An insurance pays between 0 and 100 percent.</source>
        <translation>يغطي التأمين نسبة بين 0 و100 بالمئة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="67" />
        <source>A restricted record opens only with a reason.</source>
        <translation>لا يُفتح السجل المقيّد إلا بذكر سبب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="68" />
        <source>This record is restricted; open it with a reason first.</source>
        <translation>هذا السجل مقيّد؛ افتحه أولًا مع ذكر السبب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="71" />
        <source>This is no e-mail address like name@example.org; correct it or empty it.</source>
        <translation>هذا ليس عنوان بريد إلكتروني مثل name@example.org؛ صحّحه أو أفرغ الحقل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="75" />
        <source>Only a clinician or a manager may change whether a record is restricted.</source>
        <translation>لا يجوز تغيير تقييد الملف إلا لممارس صحي أو مدير.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="77" />
        <source>Someone else changed this record since you opened it.</source>
        <translation>عدّل شخص آخر هذا السجل منذ أن فتحته.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="78" />
        <source>The {field} is too long; shorten it.</source>
        <translation>الحقل {field} طويل جدًا؛ اختصره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="79" />
        <source>Of each kind at most 50 lines are kept.</source>
        <translation>يُحفظ من كل نوع 50 سطرًا على الأكثر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="80" />
        <source>There is no such patient.</source>
        <translation>لا يوجد مريض كهذا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="84" />
        <source>given names</source>
        <translation>الأسماء الأولى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="85" />
        <source>family name</source>
        <translation>اسم العائلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="86" />
        <source>address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="87" />
        <source>notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="88" />
        <source>phone number</source>
        <translation>رقم الهاتف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="89" />
        <source>identifier</source>
        <translation>رقم التعريف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="90" />
        <source>reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="91" />
        <source>contact's name</source>
        <translation>اسم جهة الاتصال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="92" />
        <source>contact's phone number</source>
        <translation>رقم هاتف جهة الاتصال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="93" />
        <source>allergy</source>
        <translation>الحساسية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="94" />
        <source>reaction</source>
        <translation>رد الفعل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="95" />
        <source>insurer</source>
        <translation>شركة التأمين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="96" />
        <source>policy number</source>
        <translation>رقم الوثيقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="97" />
        <source>cover</source>
        <translation>التغطية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="8" />
        <source>This paper was begun or taken off already; look at the list of papers.</source>
        <translation>بدأت طباعة هذا المستند أو أُزيل بالفعل؛ راجع قائمة المستندات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="10" />
        <source>This paper went on meanwhile; look at the list of papers.</source>
        <translation>تغيّرت حالة هذا المستند في هذه الأثناء؛ راجع قائمة المستندات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="13" />
        <source>This paper is just being printed; wait a moment before you repeat it.</source>
        <translation>هذا المستند قيد الطباعة الآن؛ انتظر لحظة قبل إعادة طباعته.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="15" />
        <source>This paper is not on the list; reload the list.</source>
        <translation>هذا المستند ليس في القائمة؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="16" />
        <source>This printer is no longer in use; choose another one.</source>
        <translation>هذه الطابعة لم تعد مستخدمة؛ اختر طابعة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="19" />
        <source>This printer is not meant for this kind of paper; choose another one.</source>
        <translation>هذه الطابعة غير مخصصة لهذا النوع من المستندات؛ اختر طابعة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="21" />
        <source>Another printer has this name; choose another one.</source>
        <translation>هذا الاسم مستخدم لطابعة أخرى؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="22" />
        <source>A printer's name has 1 to 60 letters.</source>
        <translation>يتكون اسم الطابعة من 1 إلى 60 حرفًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="25" />
        <source>No printer is set up for this kind of paper; ask an administrator for one.</source>
        <translation>لا توجد طابعة معدّة لهذا النوع من المستندات؛ اطلب من المسؤول إعداد واحدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="29" />
        <source>This kind of printer cannot hold this paper; choose another paper.</source>
        <translation>هذا النوع من الطابعات لا يناسب هذا الورق؛ اختر ورقًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="31" />
        <source>This printer is not on the list; reload the list.</source>
        <translation>هذه الطابعة ليست في القائمة؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="8" />
        <source>This patient already holds ticket {ticket} for {service} today; use that one.</source>
        <translation>لدى هذا المريض اليوم التذكرة {ticket} لخدمة {service}؛ استخدمها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="12" />
        <source>A colleague changed ticket {ticket} meanwhile (it is now {state}); look at it again.</source>
        <translation>غيّر زميل التذكرة {ticket} في هذه الأثناء (حالتها الآن: {state})؛ انظر إليها مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="18" />
        <source>Ticket {ticket} is of {day} and that day is over; issue a new ticket.</source>
        <translation>التذكرة {ticket} تعود إلى {day} وقد انتهى ذلك اليوم؛ أصدر تذكرة جديدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="22" />
        <source>This day has not begun, so it cannot be closed; choose today or earlier.</source>
        <translation>لم يبدأ هذا اليوم بعد فلا يمكن إغلاقه؛ اختر اليوم الحالي أو يومًا سابقًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="26" />
        <source>This appointment is not today; issue the ticket on its day.</source>
        <translation>هذا الموعد ليس اليوم؛ أصدر التذكرة في يومه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="30" />
        <source>{service} has already dealt with ticket {ticket}, so the transfer stands; transfer it back instead.</source>
        <translation>سبق أن تعاملت {service} مع التذكرة {ticket}، لذلك يبقى التحويل قائمًا؛ حوّلها عائدةً بدلًا من ذلك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="37" />
        <source>Ticket {ticket} belongs to a patient already; look at it again.</source>
        <translation>التذكرة {ticket} تخص مريضًا من قبل؛ انظر إليها مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="41" />
        <source>Ticket {ticket} was called {calls} time(s); call it {needed} times before marking it as no-show.</source>
        <translation>عدد مرات نداء التذكرة {ticket}: {calls}؛ يجب أن يبلغ {needed} قبل تسجيلها «لم يحضر».</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="48" />
        <source>Ticket {ticket} was called too recently; it may be marked as no-show in {seconds} s.</source>
        <translation>نوديت التذكرة {ticket} قبل وقت قصير؛ يمكن تسجيل عدم الحضور بعد {seconds} ث.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="52" />
        <source>This priority class is not known; choose one of the list.</source>
        <translation>فئة الأولوية هذه غير معروفة؛ اختر فئة من القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="57" />
        <source>This service is not known; reload the list.</source>
        <translation>هذه الخدمة غير معروفة؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="58" />
        <source>This ticket is not known; look it up again.</source>
        <translation>هذه التذكرة غير معروفة؛ ابحث عنها من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="59" />
        <source>Nobody is waiting for {room}.</source>
        <translation>لا أحد ينتظر {room}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="60" />
        <source>The last step of ticket {ticket} cannot be undone.</source>
        <translation>لا يمكن التراجع عن الخطوة الأخيرة للتذكرة {ticket}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="63" />
        <source>{room} does not serve {service}; transfer the ticket or choose another room.</source>
        <translation>لا تُقدَّم {service} في {room}؛ حوّل التذكرة أو اختر غرفة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="65" />
        <source>The reason is longer than 200 characters; shorten it.</source>
        <translation>السبب أطول من 200 حرف؛ اختصره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="66" />
        <source>Taking a ticket off the queue needs a reason; enter it.</source>
        <translation>سحب تذكرة من الطابور يحتاج إلى سبب؛ اكتبه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="67" />
        <source>A ticket of this class needs a reason; enter it.</source>
        <translation>تتطلب تذكرة هذه الفئة سببًا؛ أدخله.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="70" />
        <source>The reason holds a hidden control character; type it again.</source>
        <translation>السبب يحتوي على رمز تحكم مخفي؛ اكتبه من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="74" />
        <source>Ticket {ticket} was called just now; call it again in {seconds} s.</source>
        <translation>نوديت التذكرة {ticket} الآن؛ نادِها مرة أخرى بعد {seconds} ث.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="78" />
        <source>Ticket {ticket} was called again {recalls} times already; mark it as no-show or put it back.</source>
        <translation>عدد مرات إعادة النداء على التذكرة {ticket} بلغ {recalls}؛ سجّلها «لم يحضر» أو أعدها إلى الطابور.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="84" />
        <source>Ticket {ticket} is still at {room}; finish it, transfer it or mark it as no-show first.</source>
        <translation>التذكرة {ticket} ما زالت عند {room}؛ أنهِها أو حوّلها أو سجّل عدم الحضور أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="90" />
        <source>Ticket {ticket} is at {room} or waits for it alone; finish it or close that counter first.</source>
        <translation>التذكرة {ticket} عند {room} أو تنتظرها وحدها؛ أنهها أو أغلق ذلك الشباك أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="94" />
        <source>This room or counter is not in use; choose another one.</source>
        <translation>هذه الغرفة أو هذا الشباك غير مستخدم؛ اختر غيره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="97" />
        <source>{room} has no services; an administrator can give it some.</source>
        <translation>لا توجد خدمات في {room}؛ يمكن للمسؤول إضافتها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="101" />
        <source>Ticket {ticket} is at {service} already; choose another service.</source>
        <translation>التذكرة {ticket} في {service} بالفعل؛ اختر خدمة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="103" />
        <source>A ticket's number, service, day and arrival never change.</source>
        <translation>لا يتغير رقم التذكرة ولا خدمتها ولا يومها ولا وقت وصولها أبدًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="104" />
        <source>This service gives no tickets now; choose another one.</source>
        <translation>هذه الخدمة لا تصدر تذاكر الآن؛ اختر غيرها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="105" />
        <source>A ticket joins a line by waiting in it.</source>
        <translation>تدخل التذكرة الطابور بحالة الانتظار.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="106" />
        <source>A ticket that is {from} cannot become {to}.</source>
        <translation>لا يمكن تغيير حالة التذكرة من {from} إلى {to}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="107" />
        <source>Ticket {ticket} is {state}, so it cannot be {wish}.</source>
        <translation>حالة التذكرة {ticket}: {state}؛ لذلك لا يمكن تنفيذ: {wish}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="108" />
        <source>This day is no longer on the list; reload it.</source>
        <translation>هذا اليوم لم يعد في القائمة؛ أعد تحميلها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="109" />
        <source>A day that is not as usual needs its date; enter it.</source>
        <translation>يجب تحديد تاريخ اليوم الاستثنائي؛ أدخله.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="110" />
        <source>This day has such an entry already; change that one.</source>
        <translation>لهذا اليوم قيد من هذا النوع بالفعل؛ غيّر ذلك القيد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="111" />
        <source>Another journey has this name; choose another one.</source>
        <translation>هذا الاسم مستخدم لمسار آخر؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="112" />
        <source>A journey has two to twelve services.</source>
        <translation>يتكون المسار من خدمتين إلى اثنتي عشرة خدمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="115" />
        <source>A journey does not go from a service to the same one; change the order.</source>
        <translation>لا ينتقل المسار من خدمة إلى الخدمة نفسها؛ غيّر الترتيب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="117" />
        <source>A service of this journey is closed; choose another one.</source>
        <translation>إحدى خدمات هذا المسار مغلقة؛ اختر خدمة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="118" />
        <source>This class has that reason already; choose other words.</source>
        <translation>لهذه الفئة هذا السبب بالفعل؛ اختر صياغة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="121" />
        <source>This class has no reasons yet; enter some before asking for one of them.</source>
        <translation>ليس لهذه الفئة أسباب بعد؛ أدخل بعضها قبل طلب أحدها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="125" />
        <source>{service} gives tickets {hours} only; come back then, or ask somebody who may issue outside of the hours.</source>
        <translation>تصدر {service} التذاكر {hours} فقط؛ عُد في ذلك الوقت أو اطلب ممن يُسمح له بالإصدار خارج هذه الأوقات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="132" />
        <source>{service} gives no tickets today; choose another service or day.</source>
        <translation>لا تصدر {service} تذاكر اليوم؛ اختر خدمة أخرى أو يومًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="134" />
        <source>Two opening hours of one weekday overlap; set them apart.</source>
        <translation>تتداخل فترتا عمل في يوم واحد من الأسبوع؛ افصل بينهما.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="135" />
        <source>Nobody has opened {room} today; open it first.</source>
        <translation>{room}: لم يُفتح اليوم؛ افتحه أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="136" />
        <source>{room} is closed; open it first.</source>
        <translation>{room}: مغلق؛ افتحه أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="137" />
        <source>{room} is paused; go on first.</source>
        <translation>{room}: متوقف مؤقتًا؛ استأنف العمل أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="140" />
        <source>Ticket {ticket} is being served at {room}; finish it first.</source>
        <translation>التذكرة {ticket} قيد الخدمة في {room}؛ أنهِها أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="144" />
        <source>{count} ticket(s) wait for {service} and no other open counter serves it; choose where they go.</source>
        <translation>عدد التذاكر المنتظرة في {service}: {count}، ولا يخدمها شباك مفتوح آخر؛ اختر وجهتها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="151" />
        <source>No other open counter serves {service}; choose a service that takes the tickets.</source>
        <translation>لا يقدّم {service} أي شباك مفتوح آخر؛ اختر خدمة تستقبل التذاكر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="157" />
        <source>This closing cannot be taken back any more; open the counter instead.</source>
        <translation>لم يعد التراجع عن هذا الإغلاق ممكنًا؛ افتح الشباك بدلًا من ذلك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="161" />
        <source>Ticket {ticket} was dealt with since the counter closed; open the counter instead.</source>
        <translation>جرى التعامل مع التذكرة {ticket} بعد إغلاق الشباك؛ افتح الشباك بدلًا من ذلك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="167" />
        <source>This step of the journey is not to come; choose another one.</source>
        <translation>هذه الخطوة ليست من الخطوات القادمة في المسار؛ اختر خطوة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="171" />
        <source>This journey is not in use; choose another one or a single service.</source>
        <translation>هذا المسار غير مستخدم؛ اختر مسارًا آخر أو خدمة واحدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="175" />
        <source>A ticket of this class needs one of its reasons; choose it from the list.</source>
        <translation>تتطلب تذكرة هذه الفئة أحد أسبابها؛ اختره من القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="179" />
        <source>A ticket outside of the opening hours needs a reason; enter it.</source>
        <translation>تتطلب التذكرة خارج أوقات العمل سببًا؛ أدخله.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="181" />
        <source>A reason needs words; enter them.</source>
        <translation>لا يمكن أن يكون السبب فارغًا؛ اكتب نصه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="185" />
        <source>waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="186" />
        <source>called</source>
        <translation>نودي عليها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="187" />
        <source>serving</source>
        <translation>قيد الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="190" />
        <source>transferred</source>
        <translation>محوّلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="192" />
        <source>not_served</source>
        <translation>لم تُخدم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="193" />
        <source>called again</source>
        <translation>النداء مرة أخرى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="194" />
        <source>served</source>
        <translation>بدء الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="195" />
        <source>finished</source>
        <translation>الإنهاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="197" />
        <source>put back</source>
        <translation>الإعادة إلى الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="198" />
        <source>taken off the queue</source>
        <translation>السحب من الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="8" />
        <source>The audit trail is never changed; a mistake is corrected by a new entry.</source>
        <translation>سجل التدقيق لا يُعدَّل أبدًا؛ يُصحَّح الخطأ بقيد جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="18" />
        <source>The request has no number of its own; the program must send one.</source>
        <translation>ليس للطلب رقم خاص به؛ يجب أن يرسل البرنامج رقمًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="22" />
        <source>The number of this request was already used for another one; try again.</source>
        <translation>رقم هذا الطلب استُخدم لطلب آخر؛ حاول مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="26" />
        <source>The name holds a hidden control character; type it again without it.</source>
        <translation>يحتوي الاسم على رمز تحكم مخفي؛ اكتبه مرة أخرى من دونه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="28" />
        <source>A name is missing; type one.</source>
        <translation>الاسم ناقص؛ اكتب اسمًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="29" />
        <source>The name is longer than {longest} characters; shorten it.</source>
        <translation>الاسم أطول من {longest} حرفًا؛ اختصره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="32" />
        <source>The text holds a hidden control character; type it again without it.</source>
        <translation>يحتوي النص على رمز تحكم مخفي؛ اكتبه مرة أخرى من دونه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="34" />
        <source>The text is longer than {longest} characters; shorten it.</source>
        <translation>النص أطول من {longest} حرفًا؛ اختصره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="37" />
        <source>This program (version {version}) is too old for the hospital's database, which needs {oldest} or newer; ask IT to update it. {told}</source>
        <translation>هذا البرنامج (الإصدار {version}) أقدم مما تتطلبه قاعدة بيانات المستشفى، وهي تحتاج إلى {oldest} أو أحدث؛ اطلب من تقنية المعلومات تحديثه. {told}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="45" />
        <source>This program (version {version}) is too old for the hospital's database, which needs {oldest} or newer; ask IT to update it.</source>
        <translation>هذا البرنامج (الإصدار {version}) أقدم مما تتطلبه قاعدة بيانات المستشفى، وهي تحتاج إلى {oldest} أو أحدث؛ اطلب من تقنية المعلومات تحديثه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="53" />
        <source>A version is numbers with dots, such as 0.2.0; type it so.</source>
        <translation>الإصدار أرقام بينها نقاط، مثل 0.2.0؛ اكتبه هكذا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="57" />
        <source>That version was not announced; announce it first.</source>
        <translation>لم يُعلن عن ذلك الإصدار؛ أعلن عنه أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="63" />
        <source>The audit trail is kept for at least 12 months, everything else for one.</source>
        <translation>يُحفظ سجل التدقيق 12 شهرًا على الأقل، وكل ما عداه شهرًا واحدًا على الأقل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="65" />
        <source>Nothing of that name is kept by the month.</source>
        <translation>لا شيء بهذا الاسم يُحفظ بالأشهر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="8" />
        <source>You approve orders up to {most}; ask somebody with a higher limit.</source>
        <translation>تعتمد الطلبات حتى {most}؛ اسأل من له حدّ أعلى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="10" />
        <source>You wrote this order yourself; somebody else must approve it.</source>
        <translation>كتبت هذا الطلب بنفسك؛ يجب أن يعتمده غيرك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="11" />
        <source>The invoice is dated in the future; correct the date.</source>
        <translation>تاريخ الفاتورة في المستقبل؛ صحّح التاريخ.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="12" />
        <source>The invoice asks for nothing of this order; enter its lines.</source>
        <translation>الفاتورة لا تطلب شيئًا من هذا الطلب؛ أدخل سطورها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="15" />
        <source>A line of the invoice does not fit the order; look at its packs and price.</source>
        <translation>سطر في الفاتورة لا يوافق الطلب؛ راجع عبواته وسعره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="19" />
        <source>An invoice needs its number, its date and an amount of zero or more.</source>
        <translation>تحتاج الفاتورة إلى رقمها وتاريخها ومبلغ صفر أو أكثر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="23" />
        <source>This supplier's invoice with that number was entered already; look at it.</source>
        <translation>فاتورة هذا المورّد بهذا الرقم أُدخلت من قبل؛ انظر إليها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="27" />
        <source>Only an order that was sent can be invoiced; choose another one.</source>
        <translation>لا يُفوتر إلا طلب أُرسل؛ اختر غيره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="31" />
        <source>You entered this invoice yourself; somebody else must accept its differences.</source>
        <translation>أدخلت هذه الفاتورة بنفسك؛ يجب أن يقبل غيرك فروقها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="35" />
        <source>You entered this invoice yourself; somebody else must reject it.</source>
        <translation>أدخلت هذه الفاتورة بنفسك؛ يجب أن يرفضها غيرك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="39" />
        <source>A colleague went on with this invoice meanwhile; look at it again.</source>
        <translation>تابع زميل هذه الفاتورة في الأثناء؛ انظر إليها ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="41" />
        <source>This invoice is not on the list; reload the list.</source>
        <translation>هذه الفاتورة ليست في القائمة؛ أعد تحميلها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="42" />
        <source>A limit is an amount of zero or more; correct it.</source>
        <translation>الحدّ مبلغ صفر أو أكثر؛ صحّحه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="43" />
        <source>An order needs a line; add a medicine.</source>
        <translation>يحتاج الطلب إلى سطر؛ أضف دواءً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="46" />
        <source>This order was handed in; send it back to its writer to change it.</source>
        <translation>سُلّم هذا الطلب؛ أعده إلى كاتبه لتغييره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="50" />
        <source>Line {line} needs whole packs, at most 1,000,000,000 units, and a price with four decimals at most.</source>
        <translation>يحتاج السطر {line} إلى عبوات كاملة، وإلى 1,000,000,000 وحدة على الأكثر، وسعر بأربع منازل عشرية على الأكثر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="57" />
        <source>The medicine or pack of line {line} is not on the list any more; choose again.</source>
        <translation>دواء السطر {line} أو عبوته لم يعد في القائمة؛ اختر ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="59" />
        <source>A colleague went on with this order meanwhile; look at it again.</source>
        <translation>تابع زميل هذا الطلب في الأثناء؛ انظر إليه ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="60" />
        <source>This order is not at that step any more; look at its state.</source>
        <translation>لم يعد هذا الطلب في تلك الخطوة؛ انظر إلى حالته.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="61" />
        <source>This store is not in use; choose another one.</source>
        <translation>هذا المخزن غير مستعمل؛ اختر غيره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="62" />
        <source>This supplier is not in use; choose another one.</source>
        <translation>هذا المورّد غير مستعمل؛ اختر غيره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="63" />
        <location filename="../../hms_desktop/app/refusals/reports.py" line="36" />
        <source>This order is not on the list; reload the list.</source>
        <translation>هذا الطلب ليس في القائمة؛ أعد تحميلها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="64" />
        <location filename="../../hms_desktop/app/refusals/stock.py" line="82" />
        <source>Say why; a reason is missing.</source>
        <translation>اذكر السبب؛ السبب ناقص.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="67" />
        <source>This line was corrected already; record a stock-take or a loss instead.</source>
        <translation>صُحّح هذا السطر من قبل؛ سجّل جردًا أو فقدًا بدلًا منه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="69" />
        <source>This line holds {held} units; no more can be taken back.</source>
        <translation>في هذا السطر {held} وحدة؛ لا يُسترجع أكثر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="72" />
        <source>This delivery note was received already; look at the receipts of the order.</source>
        <translation>استُلم إشعار التسليم هذا من قبل؛ انظر إلى استلامات الطلب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="74" />
        <source>Nothing was counted; scan a pack or type a quantity.</source>
        <translation>لم يُعدّ شيء؛ امسح عبوة أو اكتب كمية.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="75" />
        <source>What came for line {line} has expired; refuse it.</source>
        <translation>ما جاء للسطر {line} منتهي الصلاحية؛ ارفضه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="76" />
        <source>A counted line does not fit the order; read the order again.</source>
        <translation>سطر معدود لا يوافق الطلب؛ اقرأ الطلب ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="77" />
        <source>Line {line} has no lot; type or scan it.</source>
        <translation>السطر {line} بلا تشغيلة؛ اكتبها أو امسحها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="80" />
        <source>Lot {lot} is known with the expiry {date}; look at the pack again and confirm it.</source>
        <translation>التشغيلة {lot} معروفة بتاريخ الانتهاء {date}؛ انظر إلى العبوة ثانيةً وأكّده.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="86" />
        <source>Lot {lot} is known for another medicine; look at the pack again and confirm it.</source>
        <translation>التشغيلة {lot} معروفة لدواء آخر؛ انظر إلى العبوة ثانيةً وأكّدها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="92" />
        <source>What came for line {line} expires before {date}; refuse it, or say why it is taken.</source>
        <translation>ما جاء للسطر {line} ينتهي قبل {date}؛ ارفضه أو اذكر سبب أخذه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="98" />
        <source>Line {line} expects {expected} more units and takes at most {most}; count again or ask the supplier.</source>
        <translation>السطر {line} ينتظر {expected} وحدة أخرى ويأخذ {most} على الأكثر؛ عُدّ ثانيةً أو اسأل المورّد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="103" />
        <source>This receipt is not on the list; reload the list.</source>
        <translation>هذا الاستلام ليس في القائمة؛ أعد تحميلها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="104" />
        <source>Nothing goes back yet; type a quantity.</source>
        <translation>لا شيء يُعاد بعد؛ اكتب كمية.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="107" />
        <source>Of this batch {most} units came and did not go back yet; return no more.</source>
        <translation>جاءت من هذه الدفعة {most} وحدة لم تُعَد بعد؛ لا تُعِد أكثر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="109" />
        <location filename="../../hms_desktop/app/refusals/records.py" line="59" />
        <source>This entry is never changed; a mistake is corrected by a new entry.</source>
        <translation>هذا القيد لا يُعدَّل أبدًا؛ يُصحَّح الخطأ بقيد جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="110" />
        <source>The delivery time is 0 to 730 days; correct it.</source>
        <translation>مدة التسليم من 0 إلى 730 يومًا؛ صحّحها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="111" />
        <source>Another supplier has this name; choose another one.</source>
        <translation>لمورّد آخر هذا الاسم؛ اختر غيره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/purchasing.py" line="112" />
        <source>This supplier is not on the list; reload the list.</source>
        <translation>هذا المورّد ليس في القائمة؛ أعد تحميلها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="60" />
        <source>A colleague changed this entry meanwhile; compare and save again.</source>
        <translation>عدّل زميل هذا الإدخال في هذه الأثناء؛ قارن ثم احفظ مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="8" />
        <source>Your duties do not let you agree to this; ask a colleague who has them.</source>
        <translation>لا تسمح لك مهامك بالموافقة على هذا؛ اسأل زميلًا له ذلك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="12" />
        <source>The assent is older than two minutes; ask the colleague again.</source>
        <translation>الموافقة أقدم من دقيقتين؛ اسأل الزميل ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="16" />
        <source>A colleague must agree to exactly this with their own password; ask one.</source>
        <translation>يجب أن يوافق زميل على هذا بعينه بكلمة مروره؛ اسأل أحدهم.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="20" />
        <source>Nobody agrees to what they do themselves; ask a colleague.</source>
        <translation>لا يوافق أحد على ما يفعله بنفسه؛ اسأل زميلًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="24" />
        <source>Nobody is asked to agree to this; the program must name what it is about.</source>
        <translation>لم يُسأل أحد أن يوافق على هذا؛ يجب أن يذكر البرنامج موضوعه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="28" />
        <source>This assent was used already; it holds for one time only.</source>
        <translation>استُعملت هذه الموافقة من قبل؛ وهي لمرة واحدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="30" />
        <source>Choose at least one duty for this person.</source>
        <translation>اختر مهمة واحدة على الأقل لهذا الشخص.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="33" />
        <source>This is the last administrator; give the duty to somebody else first.</source>
        <translation>هذا هو المسؤول الأخير؛ أعطِ المهمة لشخص آخر أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="37" />
        <source>A login name is 2 to 40 small letters, digits, dots, hyphens or underscores and begins with a letter.</source>
        <translation>يتكون اسم الدخول من 2 إلى 40 من الأحرف اللاتينية الصغيرة أو الأرقام أو النقاط أو الشرطات أو الشرطات السفلية، ويبدأ بحرف.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="44" />
        <source>A login name is 2 to 40 small letters a to z, digits, dots, hyphens or underscores, begins with a letter, and does not begin with hms_ or pg_.</source>
        <translation>يتكون اسم الدخول من 2 إلى 40 من الأحرف الصغيرة من a إلى z أو الأرقام أو النقاط أو الشرطات أو الشرطات السفلية، ويبدأ بحرف، ولا يبدأ بـ hms_ أو pg_.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="50" />
        <source>This login name is taken; choose another one.</source>
        <translation>اسم الدخول هذا مستخدم؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="51" />
        <source>This account is kept by IT; its password is changed there.</source>
        <translation>يدير قسم تقنية المعلومات هذا الحساب؛ تُغيَّر كلمة مروره هناك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="54" />
        <source>This account is not on the hospital's list of staff; ask an administrator.</source>
        <translation>هذا الحساب ليس في قائمة موظفي المستشفى؛ اسأل المسؤول.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="58" />
        <source>A password has at least 10 characters; a short sentence is a good one.</source>
        <translation>كلمة المرور 10 أحرف على الأقل؛ الجملة القصيرة خيار جيد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="60" />
        <source>The password must not contain the login name.</source>
        <translation>يجب ألا تحتوي كلمة المرور على اسم الدخول.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="61" />
        <source>The password repeats too few characters; choose a longer mix.</source>
        <translation>تكرر كلمة المرور عددًا قليلًا من الرموز؛ اختر مزيجًا أطول.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="62" />
        <source>This person is not on the list of staff; reload the list.</source>
        <translation>هذا الشخص ليس في قائمة الموظفين؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="65" />
        <source>The password must arrive as a SCRAM verifier; the program makes it.</source>
        <translation>يجب أن تصل كلمة المرور بصيغة مُحقِّق SCRAM؛ البرنامج ينشئه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/press.py" line="31" />
        <source>The paper could not be made; the report is in the log.</source>
        <translation>تعذّر إنشاء المستند؛ التقرير في السجل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/press.py" line="34" />
        <source>The paper's file could not be written; look whether the disk is full.</source>
        <translation>تعذّرت كتابة ملف المستند؛ تحقق مما إذا كان القرص ممتلئًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="8" />
        <source>A correction names an entry and a quantity other than zero.</source>
        <translation>يذكر التصحيح قيدًا وكمية غير الصفر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="12" />
        <source>A colleague entered this already; reload the register.</source>
        <translation>أدخل زميل هذا من قبل؛ أعد تحميل السجل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="16" />
        <source>A manager closes a discrepancy; ask one.</source>
        <translation>يغلق المدير الفرق؛ اسأل مديرًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="18" />
        <source>This entry is not in a register; look it up again.</source>
        <translation>هذا القيد ليس في سجل؛ ابحث عنه ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="21" />
        <source>Nothing was counted; type what you counted first.</source>
        <translation>لم يُعدّ شيء؛ اكتب ما عددته أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="25" />
        <source>This medicine is not controlled; it has no register.</source>
        <translation>هذا الدواء غير خاضع للرقابة؛ لا سجل له.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="29" />
        <source>Two people sign in the register; type your own password as well.</source>
        <translation>شخصان يوقّعان في السجل؛ اكتب كلمة مرورك أيضًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="33" />
        <source>Say why; the reason stands in the register.</source>
        <translation>اذكر السبب؛ يُكتب السبب في السجل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="37" />
        <source>Another person must do this step: whoever counted or investigated cannot settle it.</source>
        <translation>يجب أن يقوم شخص آخر بهذه الخطوة: من عدّ أو حقّق لا يسوّيها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="43" />
        <source>A colleague settled this meanwhile; reload the register.</source>
        <translation>سوّى زميل هذا في الأثناء؛ أعد تحميل السجل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="47" />
        <source>The register holds only {units} of {medicine}; enter what was received first, or count.</source>
        <translation>في السجل {units} فقط من {medicine}؛ أدخل ما استُلم أولًا، أو عُدّ.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="53" />
        <source>Write down what was found; it stays with the discrepancy.</source>
        <translation>اكتب ما وُجد؛ يبقى مع الفرق.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="57" />
        <source>A colleague dispensed or changed this prescription meanwhile; look again.</source>
        <translation>صرف زميل هذه الوصفة أو غيّرها في الأثناء؛ انظر ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="61" />
        <source>{class} is no class of the ATC; type one such as L01 or A10A.</source>
        <translation>{class} ليست فئة ATC؛ اكتب فئة مثل L01 أو A10A.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="65" />
        <source>A prescription stays open for 1 to 240 minutes; type another number.</source>
        <translation>تبقى الوصفة مفتوحة من 1 إلى 240 دقيقة؛ اكتب رقمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="69" />
        <source>{person} has this prescription open at {workstation}; wait, or take it over.</source>
        <translation>{person} فتح هذه الوصفة عند {workstation}؛ انتظر أو تولَّها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="73" />
        <source>Batch {lot} of {medicine} expires on {expiry}, in less than {days} days; take another one, or say why.</source>
        <translation>الدفعة {lot} من {medicine} تنتهي في {expiry}، أي خلال أقل من {days} يومًا؛ خذ غيرها أو اذكر السبب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="78" />
        <source>A batch is not on the list; choose the batches again.</source>
        <translation>دفعة ليست في القائمة؛ اختر الدفعات ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="79" />
        <source>This dispense is not known; look it up again.</source>
        <translation>هذا الصرف غير معروف؛ ابحث عنه ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="82" />
        <source>This label is not known here; find the patient instead.</source>
        <translation>هذا الملصق غير معروف هنا؛ ابحث عن المريض.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="86" />
        <source>No store of the kind quarantine is set up for returned medicines; ask a manager for one.</source>
        <translation>لم يُعدّ مخزن من نوع الحجر للأدوية المعادة؛ اطلبه من المدير.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="92" />
        <source>Medicines are dispensed from a pharmacy's or a ward's store; choose one.</source>
        <translation>تُصرف الأدوية من مخزن صيدلية أو قسم؛ اختر واحدًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="96" />
        <source>The prescriber allows nothing in place of {medicine}; ask the prescriber.</source>
        <translation>لا يسمح الواصف بشيء بدل {medicine}؛ اسأل الواصف.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="100" />
        <source>{given} differs from {medicine} in ingredient, strength or form; the prescriber must confirm it.</source>
        <translation>{given} يختلف عن {medicine} في المادة أو التركيز أو الشكل؛ يجب أن يؤكد الواصف.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="107" />
        <source>Batch {earlier} of {medicine} expires before batch {lot}; take it first, or say why not.</source>
        <translation>الدفعة {earlier} من {medicine} تنتهي قبل الدفعة {lot}؛ خذها أولًا أو اذكر لماذا لا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="111" />
        <source>Nothing is given; choose what the patient gets first.</source>
        <translation>لا شيء يُعطى؛ اختر أولًا ما يأخذه المريض.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="114" />
        <source>What is left out does not fit the prescription; open it again.</source>
        <translation>ما تُرك لا يوافق الوصفة؛ افتحها ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="118" />
        <source>A line does not belong to this prescription; open it again.</source>
        <translation>سطر لا ينتمي إلى هذه الوصفة؛ افتحها ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="122" />
        <source>Here nothing is given in place of {medicine} unless the prescriber confirms it; ask the prescriber.</source>
        <translation>لا يُعطى هنا شيء بدل {medicine} إلا إذا أكّد الواصف ذلك؛ اسأل الواصف.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="129" />
        <source>This dispense was taken back already; look at the list again.</source>
        <translation>استُرجع هذا الصرف من قبل؛ انظر إلى القائمة ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="133" />
        <source>Batch {lot} of {medicine} expires on {expiry}, before it is used up; take another one, or say why.</source>
        <translation>الدفعة {lot} من {medicine} تنتهي في {expiry} قبل أن تُستهلك؛ خذ غيرها أو اذكر السبب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="140" />
        <source>Only {given} of {medicine} were given, so {units} cannot come back; type another number.</source>
        <translation>أُعطي من {medicine} {given} فقط، فلا يمكن أن يعود {units}؛ اكتب رقمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="146" />
        <source>A quantity must be a whole number above zero; type it again.</source>
        <translation>الكمية عدد صحيح أكبر من صفر؛ اكتبها ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="148" />
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="107" />
        <source>This prescription is not known; look it up again.</source>
        <translation>هذه الوصفة غير معروفة؛ ابحث عنها ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="149" />
        <source>Say why it is taken back; the reason is kept.</source>
        <translation>اذكر سبب الاسترجاع؛ يُحفظ السبب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/dispensing.py" line="152" />
        <source>{given} is given in place of {medicine}; say why.</source>
        <translation>يُعطى {given} بدل {medicine}؛ اذكر السبب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/medicines.py" line="8" />
        <source>An ATC code looks like N02BE01, or is one of its beginnings.</source>
        <translation>رمز ATC مثل N02BE01 أو أحد بداياته.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/medicines.py" line="12" />
        <source>Say in which unit the medicine is counted, such as tablet or ml.</source>
        <translation>اذكر بأي وحدة يُعدّ الدواء، مثل قرص أو مل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/medicines.py" line="16" />
        <source>This medicine is counted in its unit already; close it and make another one.</source>
        <translation>يُعدّ هذا الدواء بوحدته من قبل؛ أغلقه وأنشئ غيره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/medicines.py" line="20" />
        <source>This controlled class is not known; choose one from the list.</source>
        <translation>فئة الرقابة هذه غير معروفة؛ اختر من القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/medicines.py" line="24" />
        <source>A department of the formulary is not on the list; choose again.</source>
        <translation>قسم في دليل الأدوية ليس في القائمة؛ اختر ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/medicines.py" line="28" />
        <source>Another medicine has this name, strength, form and route; open that one instead.</source>
        <translation>لدواء آخر هذا الاسم والتركيز والشكل والطريقة؛ افتح ذاك بدلًا منه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/medicines.py" line="32" />
        <source>A price is not below zero.</source>
        <translation>لا يقل السعر عن صفر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/medicines.py" line="35" />
        <source>A price is a number with at most four decimals, such as 0.0350.</source>
        <translation>السعر عدد بأربع منازل عشرية على الأكثر، مثل 0.0350.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/medicines.py" line="37" />
        <source>The same substance is listed twice; take one out.</source>
        <translation>ذُكرت المادة نفسها مرتين؛ احذف واحدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/medicines.py" line="38" />
        <source>This medicine is not in the catalogue; search for it again.</source>
        <translation>هذا الدواء ليس في الدليل؛ ابحث عنه ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/medicines.py" line="41" />
        <source>This is no GTIN: its digits do not fit together. Scan or type it again.</source>
        <translation>ليس هذا GTIN: أرقامه لا تتوافق. امسحه أو اكتبه ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/medicines.py" line="45" />
        <source>The GTIN {gtin} belongs to another pack; look that one up first.</source>
        <translation>الرمز GTIN {gtin} لعبوة أخرى؛ انظر إليها أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/medicines.py" line="47" />
        <source>A pack holds at least one unit and at most a million.</source>
        <translation>في العبوة وحدة واحدة على الأقل ومليون على الأكثر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/medicines.py" line="48" />
        <source>Type the units of one pack as a whole number.</source>
        <translation>اكتب وحدات العبوة الواحدة عددًا صحيحًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/medicines.py" line="49" />
        <source>This pack is not in the catalogue; search for it again.</source>
        <translation>هذه العبوة ليست في الدليل؛ ابحث عنها ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/medicines.py" line="50" />
        <source>Another substance has this name; open that one instead.</source>
        <translation>لمادة أخرى هذا الاسم؛ افتح تلك بدلًا منها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/medicines.py" line="51" />
        <source>This substance is not on the list; search for it again.</source>
        <translation>هذه المادة ليست في القائمة؛ ابحث عنها ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="8" />
        <source>This prescription was cancelled; nothing more is supplied on it.</source>
        <translation>أُلغيت هذه الوصفة؛ لا يُصرف عليها شيء بعد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="12" />
        <source>A colleague changed this prescription meanwhile (it is now {state}); look at it again.</source>
        <translation>غيّر زميل هذه الوصفة في الأثناء (هي الآن {state})؛ انظر إليها ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="18" />
        <source>With a controlled medicine it is valid for {days} days at most; choose an earlier day.</source>
        <translation>مع دواء خاضع للرقابة تصلح {days} يومًا على الأكثر؛ اختر يومًا أقرب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="24" />
        <source>The dose of {medicine} must be more than nothing and within the most of a day.</source>
        <translation>يجب أن تكون جرعة {medicine} أكبر من لا شيء وضمن أقصى اليوم.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="28" />
        <source>{medicine} may have 99 refills and be taken for 366 days at most.</source>
        <translation>لـ {medicine} 99 إعادة صرف على الأكثر ويؤخذ 366 يومًا على الأكثر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="32" />
        <source>This line has {remaining} left; supply no more than that.</source>
        <translation>بقي لهذا السطر {remaining}؛ لا تصرف أكثر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="36" />
        <source>This prescription expired on {day}; ask the prescriber for a new one.</source>
        <translation>انتهت هذه الوصفة في {day}؛ اطلب من الواصف وصفة جديدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="40" />
        <source>A prescription has 1 to 50 lines; add a medicine or write a second one.</source>
        <translation>في الوصفة من 1 إلى 50 سطرًا؛ أضف دواءً أو اكتب وصفة ثانية.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="44" />
        <source>This department is not on the list; choose another one.</source>
        <translation>هذا القسم ليس في القائمة؛ اختر غيره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="48" />
        <source>This favourite is no longer on the list; open the list again.</source>
        <translation>هذه المفضلة لم تعد في القائمة؛ افتح القائمة ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="52" />
        <source>The medicine of line {line} is not in use; choose another one.</source>
        <translation>دواء السطر {line} غير مستعمل؛ اختر غيره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="56" />
        <source>This service is not in use; choose another one.</source>
        <translation>هذه الخدمة غير مستعملة؛ اختر غيرها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="60" />
        <source>This prescription is {state}; write a new one instead.</source>
        <translation>هذه الوصفة {state}؛ اكتب وصفة جديدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="64" />
        <source>This prescription does not stand any more; it was not printed.</source>
        <translation>لم تعد هذه الوصفة قائمة؛ لم تُطبع.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="68" />
        <source>A clinician prescribes in their own name; leave out the prescriber.</source>
        <translation>يصف الطبيب باسمه؛ اترك حقل الواصف.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="72" />
        <source>A transcribed prescription needs the name of its prescriber; enter it.</source>
        <translation>تحتاج الوصفة المنقولة إلى اسم واصفها؛ أدخله.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="76" />
        <source>Only a clinician may amend or cancel this prescription; ask its prescriber.</source>
        <translation>لا يعدّل هذه الوصفة أو يلغيها إلا طبيب؛ اسأل واصفها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="80" />
        <source>The quantity of {medicine} must be a whole number from 1 to 100,000.</source>
        <translation>كمية {medicine} عدد صحيح من 1 إلى 100,000.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="84" />
        <source>Cancelling a prescription needs a reason; enter it.</source>
        <translation>يحتاج إلغاء الوصفة إلى سبب؛ أدخله.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="88" />
        <source>This prescription was amended; open its newest version.</source>
        <translation>عُدّلت هذه الوصفة؛ افتح أحدث نسخها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="92" />
        <source>How often {medicine} is taken is not understood; choose it from the list.</source>
        <translation>لم يُفهم كم مرة يؤخذ {medicine}؛ اختر من القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="96" />
        <source>{medicine} was supplied on several lines; keep each of them, or leave out all.</source>
        <translation>صُرف {medicine} على عدة سطور؛ أبقها كلها أو اتركها كلها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="100" />
        <source>Of {medicine} {supplied} were supplied already; prescribe at least that much, or leave the line out.</source>
        <translation>صُرف من {medicine} {supplied} من قبل؛ صِف ذلك على الأقل أو اترك السطر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="111" />
        <source>A prescription is valid for 1 to 366 days; enter a number of them.</source>
        <translation>تصلح الوصفة من 1 إلى 366 يومًا؛ أدخل عددها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="115" />
        <source>A prescription is valid for a year at most; choose an earlier day.</source>
        <translation>تصلح الوصفة سنة على الأكثر؛ اختر يومًا أقرب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="119" />
        <source>A prescription stays as it was written; amend it, and the new version replaces it.</source>
        <translation>تبقى الوصفة كما كُتبت؛ عدّلها فتحلّ النسخة الجديدة محلها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="125" />
        <source>A prescription cannot be written on a day that is still to come.</source>
        <translation>لا تُكتب وصفة في يوم لم يأتِ بعد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/prescriptions.py" line="129" />
        <source>A prescription that is {from} cannot become {to}.</source>
        <translation>الوصفة التي هي {from} لا تصير {to}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/safety.py" line="8" />
        <source>Choose one medicine, or type a class such as R06 or N02BE01.</source>
        <translation>اختر دواءً واحدًا، أو اكتب فئة مثل R06 أو N02BE01.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/safety.py" line="12" />
        <source>This stands on the list already; take it out there first.</source>
        <translation>هذا في القائمة بالفعل؛ أخرجه منها أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/safety.py" line="16" />
        <source>A caution of its class is left out for one medicine; choose the medicine.</source>
        <translation>يُحذف تنبيه الفئة لدواء واحد فقط؛ اختر الدواء.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/safety.py" line="20" />
        <source>Choose a caution, or write one of your own of at most 120 letters.</source>
        <translation>اختر تنبيهًا، أو اكتب تنبيهًا خاصًا من 120 حرفًا على الأكثر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/safety.py" line="24" />
        <source>Allergies and contraindications are never hidden; show them as a warning at least.</source>
        <translation>لا تُخفى الحساسيات وموانع الاستعمال أبدًا؛ أظهرها تحذيرًا على الأقل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/safety.py" line="30" />
        <source>This entry was taken out meanwhile; reload the page.</source>
        <translation>أُزيل هذا القيد في الأثناء؛ أعد تحميل الصفحة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/safety.py" line="34" />
        <source>This list of interactions is not here; reload the page.</source>
        <translation>قائمة التداخلات هذه ليست هنا؛ أعد تحميل الصفحة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/safety.py" line="38" />
        <source>Say in a few words why; the reason stays with the change.</source>
        <translation>اذكر السبب بكلمات قليلة؛ يبقى السبب مع التغيير.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/safety.py" line="42" />
        <source>This release was imported already and held something else; give the new file a release of its own.</source>
        <translation>استُورد هذا الإصدار من قبل وفيه شيء آخر؛ أعط الملف الجديد إصدارًا خاصًا به.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/safety.py" line="49" />
        <source>There is a warning about {medicine} that nobody answered; read it and give a reason, or leave it out.</source>
        <translation>هناك تحذير عن {medicine} لم يجب عنه أحد؛ اقرأه واذكر سببًا أو اتركه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="6" />
        <source>There is nothing in this code; scan it again.</source>
        <translation>لا شيء في هذا الرمز؛ امسحه ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="7" />
        <source>This is longer than any barcode; scan one code at a time.</source>
        <translation>هذا أطول من أي رمز شريطي؛ امسح رمزًا واحدًا في المرة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="10" />
        <source>This code holds a sign that no barcode of a pack may hold; scan it again.</source>
        <translation>في هذا الرمز علامة لا تكون في رمز عبوة؛ امسحه ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="14" />
        <source>This is no code of a pack, a card or a ticket; scan another one or type the name.</source>
        <translation>ليس هذا رمز عبوة أو بطاقة أو تذكرة؛ امسح غيره أو اكتب الاسم.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="18" />
        <source>This code of the pharmacy is mistyped or cut off; scan it again.</source>
        <translation>رمز الصيدلية هذا فيه خطأ أو مقطوع؛ امسحه ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="21" />
        <source>This code does not write its identifiers in brackets, as (01); scan it again.</source>
        <translation>لا يكتب هذا الرمز معرّفاته بين قوسين مثل (01)؛ امسحه ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="25" />
        <source>This address is no GS1 Digital Link of a pack; scan another code of it.</source>
        <translation>هذا العنوان ليس رابط GS1 رقميًا لعبوة؛ امسح رمزًا آخر لها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="29" />
        <source>The code goes on with no application identifier of GS1; scan it again.</source>
        <translation>يستمر الرمز بلا معرّف تطبيق من GS1؛ امسحه ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="33" />
        <source>{title} ({ai}) has a length or letters that GS1 does not allow; scan it again.</source>
        <translation>{title} ({ai}) طوله أو أحرفه مما لا يسمح به GS1؛ امسحه ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="37" />
        <source>The check digit of {title} ({ai}) is wrong; compare it with the pack.</source>
        <translation>رقم التحقق في {title} ({ai}) خاطئ؛ قارنه بالعبوة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="41" />
        <source>{title} ({ai}) names a month that does not exist; compare it with the pack.</source>
        <translation>{title} ({ai}) يذكر شهرًا لا وجود له؛ قارنه بالعبوة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="45" />
        <source>{title} ({ai}) names a day that does not exist; compare it with the pack.</source>
        <translation>{title} ({ai}) يذكر يومًا لا وجود له؛ قارنه بالعبوة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="49" />
        <source>{title} ({ai}) names a time that does not exist; compare it with the pack.</source>
        <translation>{title} ({ai}) يذكر وقتًا لا وجود له؛ قارنه بالعبوة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="53" />
        <source>{title} ({ai}) must not be or begin with zero; compare it with the pack.</source>
        <translation>{title} ({ai}) لا يكون صفرًا ولا يبدأ به؛ قارنه بالعبوة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="57" />
        <source>{title} ({ai}) counts a piece beyond the last; compare it with the pack.</source>
        <translation>{title} ({ai}) يعدّ قطعة بعد الأخيرة؛ قارنه بالعبوة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="61" />
        <source>{title} ({ai}) names a country that does not exist; compare it with the pack.</source>
        <translation>{title} ({ai}) يذكر بلدًا لا وجود له؛ قارنه بالعبوة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="65" />
        <source>{title} ({ai}) names a currency that does not exist; compare it with the pack.</source>
        <translation>{title} ({ai}) يذكر عملة لا وجود لها؛ قارنه بالعبوة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="69" />
        <source>{title} ({ai}) holds a per cent sign that begins no letter; scan it again.</source>
        <translation>{title} ({ai}) فيه علامة نسبة لا يتبعها حرف؛ امسحه ثانيةً.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="73" />
        <source>{title} ({ai}) does not begin with a company's number; compare it with the pack.</source>
        <translation>{title} ({ai}) لا يبدأ برقم شركة؛ قارنه بالعبوة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="79" />
        <source>{title} ({ai}) names a place that is not on the earth; compare it with the pack.</source>
        <translation>{title} ({ai}) يذكر مكانًا ليس على الأرض؛ قارنه بالعبوة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="85" />
        <source>{title} ({ai}) holds a value that GS1 does not know; compare it with the pack.</source>
        <translation>{title} ({ai}) فيه قيمة لا يعرفها GS1؛ قارنه بالعبوة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="87" />
        <source>{title} ({ai}) is no bank account; compare it with the pack.</source>
        <translation>{title} ({ai}) ليس حسابًا مصرفيًا؛ قارنه بالعبوة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="90" />
        <source>This is a coupon, and not a complete one; scan the code of the pack.</source>
        <translation>هذه قسيمة غير كاملة؛ امسح رمز العبوة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="94" />
        <source>({ai}) and ({other}) cannot stand on one pack; scan another code of it.</source>
        <translation>لا يجتمع ({ai}) و({other}) على عبوة واحدة؛ امسح رمزًا آخر لها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/scanning.py" line="98" />
        <source>({ai}) stands in this code twice with different values; scan another code of it.</source>
        <translation>({ai}) مذكور مرتين في هذا الرمز بقيمتين؛ امسح رمزًا آخر لها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="8" />
        <source>Whoever counted does not see the books; ask a colleague who did not count.</source>
        <translation>من قام بالعدّ لا يرى الدفاتر؛ اطلب ذلك من زميل لم يَعُدّ.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="10" />
        <source>This stock-take is closed; begin another one.</source>
        <translation>أُغلق هذا الجرد؛ ابدأ غيره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="11" />
        <source>Nothing was counted yet; enter a count first.</source>
        <translation>لم يُعدّ شيء بعد؛ أدخل عددًا أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="14" />
        <source>The count was made after this stock-take began and not later than now; correct the time.</source>
        <translation>كان العدّ بعد بدء هذا الجرد وليس بعد الآن؛ صحّح الوقت.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="18" />
        <source>A stock-take of this store is under way already; go on with it.</source>
        <translation>جرد هذا المخزن جارٍ من قبل؛ تابعه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="21" />
        <source>Whoever counted does not approve; ask a colleague who did not count.</source>
        <translation>من عدّ لا يعتمد؛ اسأل زميلًا لم يعدّ.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="25" />
        <source>Lines that differ from the books must be counted a second time; left: {left}.</source>
        <translation>السطور التي تختلف عن الدفاتر تُعدّ مرة ثانية؛ الباقي: {left}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="29" />
        <source>You have looked at the books of this stock-take; let a colleague count.</source>
        <translation>لقد اطّلعت على دفاتر هذا الجرد؛ دع زميلًا يعدّ.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="33" />
        <source>Type the time of the count as 10:05, or with its day as 2026-11-23 10:05.</source>
        <translation>اكتب وقت العدّ هكذا 10:05، أو مع يومه 2026-11-23 10:05.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="35" />
        <source>A count is a whole number of base units from 0 to 1,000,000,000.</source>
        <translation>العدد عدد صحيح من الوحدات الأساسية من 0 إلى 1,000,000,000.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="38" />
        <source>A balance follows from the ledger; record a movement instead.</source>
        <translation>الرصيد يتبع الدفتر؛ سجّل حركة بدلًا منه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="42" />
        <source>A colleague changed the state of this batch meanwhile; reload the list.</source>
        <translation>غيّر زميل حالة هذه الدفعة في الأثناء؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="44" />
        <source>A cost is not negative; correct it.</source>
        <translation>لا تكون الكلفة سالبة؛ صحّحها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="47" />
        <source>A movement is dated today or at most {days} days back; correct the date.</source>
        <translation>تاريخ الحركة اليوم أو قبله بما لا يزيد على {days} يومًا؛ صحّح التاريخ.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="51" />
        <source>An order lasts longer than the level at which it is made; enter more days.</source>
        <translation>يكفي الطلب مدة أطول من المستوى الذي يُطلب عنده؛ أدخل أيامًا أكثر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="53" />
        <source>This department is not in use; choose another one.</source>
        <translation>هذا القسم غير مستعمل؛ اختر غيره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="56" />
        <source>This batch has expired and leaves only as a loss or a return; choose another one.</source>
        <translation>انتهت صلاحية هذه الدفعة ولا تخرج إلا فقدًا أو إعادة؛ اختر غيرها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="62" />
        <source>Nothing is given out from a quarantine store; move it to a shelf first.</source>
        <translation>لا يُعطى شيء من مخزن الحجر؛ انقله إلى رف أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="66" />
        <source>The quantity to order up to is more than the level at which it is ordered.</source>
        <translation>الكمية التي يُطلب حتاها أكبر من المستوى الذي يُطلب عنده.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="70" />
        <source>A batch has a lot number of at most 60 characters; copy it from the pack.</source>
        <translation>رقم التشغيلة 60 حرفًا على الأكثر؛ انسخه من العبوة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="74" />
        <source>Lot {lot} is recalled already; it stands on the list.</source>
        <translation>التشغيلة {lot} مسحوبة من قبل؛ وهي في القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="76" />
        <source>This medicine is not on the list; reload the list.</source>
        <translation>هذا الدواء ليس في القائمة؛ أعد تحميلها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="77" />
        <source>Nothing was chosen; choose a batch and a quantity.</source>
        <translation>لم يُختر شيء؛ اختر دفعة وكمية.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="80" />
        <source>This batch is in quarantine; choose another one or have it released.</source>
        <translation>هذه الدفعة في الحجر؛ اختر غيرها أو اطلب الإفراج عنها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="85" />
        <source>Something of this lot has come meanwhile; lift the recall of each batch.</source>
        <translation>وصل شيء من هذه التشغيلة في الأثناء؛ ارفع السحب عن كل دفعة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="89" />
        <source>A colleague lifted this recall meanwhile; reload the list.</source>
        <translation>رفع زميل هذا السحب في الأثناء؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="91" />
        <source>This batch is recalled and goes to nobody; choose another one.</source>
        <translation>هذه الدفعة مسحوبة ولا تُعطى لأحد؛ اختر غيرها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="94" />
        <source>What a patient brings back goes to a quarantine store; choose one.</source>
        <translation>ما يعيده المريض يذهب إلى مخزن الحجر؛ اختر واحدًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="98" />
        <source>This entry cannot be taken back; record what happened as a new entry.</source>
        <translation>لا يُسترجع هذا القيد؛ سجّل ما حدث قيدًا جديدًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="100" />
        <source>This entry moved {moved}; no more can be taken back.</source>
        <translation>حرّك هذا القيد {moved}؛ لا يُسترجع أكثر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="103" />
        <source>This entry is taken back where it was made: with its dispense, receipt or return.</source>
        <translation>يُسترجع هذا القيد حيث أُنشئ: مع صرفه أو استلامه أو إعادته.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="107" />
        <source>This entry was taken back already; reload the list.</source>
        <translation>استُرجع هذا القيد من قبل؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="108" />
        <source>Stock moves from one store to another; choose another store.</source>
        <translation>ينتقل المخزون من مخزن إلى آخر؛ اختر مخزنًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="111" />
        <source>The store holds only {held} of this batch; take less or another batch.</source>
        <translation>في المخزن {held} فقط من هذه الدفعة؛ خذ أقل أو دفعة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="115" />
        <source>On that day or since, the store held only {held} of this batch; correct the date or the quantity.</source>
        <translation>في ذلك اليوم أو بعده كان في المخزن {held} فقط من هذه الدفعة؛ صحّح التاريخ أو الكمية.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="120" />
        <source>This store is closed; choose another one.</source>
        <translation>هذا المخزن مغلق؛ اختر غيره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="123" />
        <source>A quantity is a whole number of base units from 1 to 1,000,000,000.</source>
        <translation>الكمية عدد صحيح من الوحدات الأساسية من 1 إلى 1,000,000,000.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="125" />
        <source>This batch or store is not on the list; reload the list.</source>
        <translation>هذه الدفعة أو المخزن ليست في القائمة؛ أعد تحميلها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="128" />
        <source>This store still holds stock; transfer it or write it off before you close the store.</source>
        <translation>ما زال في هذا المخزن مخزون؛ انقله أو اشطبه قبل إغلاق المخزن.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/stock.py" line="132" />
        <source>Another store has this name; choose another one.</source>
        <translation>لمخزن آخر هذا الاسم؛ اختر غيره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/check_in.py" line="8" />
        <source>This appointment was cancelled; please go to the desk.</source>
        <translation>أُلغي هذا الموعد؛ يرجى التوجه إلى مكتب الاستقبال.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/check_in.py" line="10" />
        <source>You cannot check in here; please go to the desk.</source>
        <translation>لا يمكنك تسجيل الوصول هنا؛ يرجى التوجه إلى مكتب الاستقبال.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/check_in.py" line="13" />
        <source>It is too early for this appointment; check in from {time} on.</source>
        <translation>الوقت مبكر لهذا الموعد؛ سجّل وصولك ابتداءً من {time}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/check_in.py" line="17" />
        <source>Too many codes were wrong; try again in {minutes} min, or go to the desk.</source>
        <translation>رموز كثيرة كانت خاطئة؛ حاول بعد {minutes} دقيقة أو توجه إلى مكتب الاستقبال.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/check_in.py" line="21" />
        <source>Numbers for this service are given at the desk; please go there.</source>
        <translation>أرقام هذه الخدمة تُعطى في مكتب الاستقبال؛ يرجى التوجه إليه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/check_in.py" line="25" />
        <source>This appointment is on {day}, not today; please go to the desk.</source>
        <translation>هذا الموعد في {day} وليس اليوم؛ يرجى التوجه إلى مكتب الاستقبال.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/check_in.py" line="29" />
        <source>This appointment has begun or is over; please go to the desk.</source>
        <translation>بدأ هذا الموعد أو انتهى؛ يرجى التوجه إلى مكتب الاستقبال.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/check_in.py" line="33" />
        <source>Tickets at the entrance come out of a roll printer; choose one.</source>
        <translation>تخرج تذاكر المدخل من طابعة لفافات؛ اختر واحدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/check_in.py" line="37" />
        <source>This machine gave many numbers within an hour; please go to the desk.</source>
        <translation>أعطى هذا الجهاز أرقامًا كثيرة خلال ساعة؛ يرجى التوجه إلى مكتب الاستقبال.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/check_in.py" line="41" />
        <source>This code and this date of birth do not belong together; check both, or go to the desk.</source>
        <translation>هذا الرمز وتاريخ الميلاد هذا لا يتطابقان؛ تحقق منهما أو توجه إلى مكتب الاستقبال.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/alerts.py" line="8" />
        <source>The critical limit lies beyond the warning one, and one of the two is needed.</source>
        <translation>يقع الحد الحرج بعد حد التحذير، ويلزم أحدهما على الأقل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/alerts.py" line="10" />
        <source>An alert waits for 0 to 1,440 minutes.</source>
        <translation>ينتظر التنبيه من 0 إلى 1,440 دقيقة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/alerts.py" line="13" />
        <source>This alert is over, or a colleague looks after it already.</source>
        <translation>انتهى هذا التنبيه، أو يتولاه زميل من قبل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/alerts.py" line="15" />
        <source>There is no such rule; read the list again.</source>
        <translation>لا توجد قاعدة كهذه؛ أعد قراءة القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/fleet.py" line="8" />
        <source>What this program tells of itself cannot be read; update the program.</source>
        <translation>تعذّرت قراءة ما يذكره هذا البرنامج عن نفسه؛ حدّث البرنامج.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/jobs.py" line="8" />
        <source>Say of the message that it arrived, that it goes again, or that it is let be.</source>
        <translation>حدّد للرسالة: وصلت، أو تُرسل ثانيةً، أو تُترك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/jobs.py" line="12" />
        <source>This message is on its way or settled; look at the list again.</source>
        <translation>هذه الرسالة في الطريق أو سُوّيت؛ راجع القائمة من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/jobs.py" line="16" />
        <source>This job is under way or over already; look at the list again.</source>
        <translation>هذه المهمة جارية أو انتهت من قبل؛ راجع القائمة من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/jobs.py" line="18" />
        <source>{address} is no e-mail address; correct it.</source>
        <translation>{address} ليس عنوان بريد إلكتروني؛ صحّحه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/jobs.py" line="19" />
        <source>This job is over already; look at the list again.</source>
        <translation>انتهت هذه المهمة من قبل؛ راجع القائمة من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/jobs.py" line="22" />
        <source>This version of the suite does not know that work; read the list again.</source>
        <translation>هذا الإصدار من النظام لا يعرف هذه المهمة؛ أعد قراءة القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/jobs.py" line="26" />
        <source>Say either every how many minutes (1 to 1440) or at what time this is done.</source>
        <translation>حدّد إما كل كم دقيقة (من 1 إلى 1440) أو في أي وقت يُنفّذ ذلك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/jobs.py" line="28" />
        <source>The words of messages in {file} cannot be used: {why}.</source>
        <translation>تعذّر استخدام نصوص الرسائل في {file}: {why}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/reports.py" line="8" />
        <source>The last day lies before the first; choose them again.</source>
        <translation>اليوم الأخير قبل اليوم الأول؛ اخترهما من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/reports.py" line="10" />
        <source>A report covers ten years at most; choose fewer days.</source>
        <translation>يغطي التقرير عشر سنوات على الأكثر؛ اختر أيامًا أقل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/reports.py" line="13" />
        <source>The report has more than {rows} rows; choose fewer days.</source>
        <translation>في التقرير أكثر من {rows} من الصفوف؛ اختر أيامًا أقل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/reports.py" line="17" />
        <source>Paper holds {rows} rows; choose fewer days, or save it as a workbook.</source>
        <translation>سعة الورق {rows} من الصفوف؛ اختر أيامًا أقل أو احفظه مصنفًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/reports.py" line="19" />
        <source>{address} is not an e-mail address; correct it.</source>
        <translation>{address} ليس عنوان بريد إلكتروني؛ صحّحه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/reports.py" line="22" />
        <source>A report goes to 20 addresses at most; use a mailing list.</source>
        <translation>يُرسل التقرير إلى 20 عنوانًا على الأكثر؛ استخدم قائمة بريدية.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/reports.py" line="26" />
        <source>This report names patients, so it is not sent by e-mail; leave the recipients empty.</source>
        <translation>يذكر هذا التقرير أسماء مرضى فلا يُرسل بالبريد الإلكتروني؛ اترك المستلمين فارغين.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/reports.py" line="32" />
        <source>The folder is one plain name of letters, digits, spaces, - and _.</source>
        <translation>المجلد اسم واحد بسيط من حروف وأرقام ومسافات و- و_.</translation>
    </message>
</context>
<context>
    <name>reports</name>
    <message>
        <location filename="../../hms_desktop/screens/reports/words.py" line="21" />
        <source>{hours} h {minutes}</source>
        <translation>{hours} س {minutes}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/reports/words.py" line="22" />
        <source>{minutes} min</source>
        <translation>{minutes} د</translation>
    </message>
</context>
<context>
    <name>scanned</name>
    <message>
        <location filename="../../hms_desktop/screens/scanned.py" line="66" />
        <source>This code names no pack; scan the code on a pack.</source>
        <translation>هذا الرمز لا يسمّي عبوة؛ امسح الرمز الموجود على عبوة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/scanned.py" line="70" />
        <source>No pack with the code {gtin} is in the catalogue.</source>
        <translation>لا توجد في الدليل عبوة بالرمز {gtin}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/scanned.py" line="79" />
        <source>No batch has this label; scan the code on a pack.</source>
        <translation>لا توجد تشغيلة بهذا الملصق؛ امسح الرمز الموجود على عبوة.</translation>
    </message>
</context>
<context>
    <name>stock</name>
    <message>
        <location filename="../../hms_desktop/screens/stock/choosing.py" line="36" />
        <location filename="../../hms_desktop/screens/stock/choosing.py" line="37" />
        <location filename="../../hms_desktop/screens/stock/words.py" line="14" />
        <source>Store</source>
        <translation>المخزن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/choosing.py" line="55" />
        <source>All stores</source>
        <translation>كل المخازن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counting.py" line="52" />
        <source>count again</source>
        <translation>عُدّ ثانيةً</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counting.py" line="53" />
        <source>not counted</source>
        <translation>لم يُعدّ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counting.py" line="53" />
        <source>counted {at}</source>
        <translation>عُدّ {at}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counting.py" line="61" />
        <source>{store}, begun {when} by {who}: {counted} of {lines} lines counted</source>
        <translation>{store}، بدأه {who} في {when}: عُدّ {counted} من {lines} سطرًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counting.py" line="64" />
        <source>{n} to be counted again</source>
        <translation>{n} للعدّ ثانيةً</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counting.py" line="65" />
        <source>you have seen the books, so you no longer count</source>
        <translation>لقد اطّلعت على الدفاتر، فلم تعد تعدّ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counting.py" line="66" />
        <source>approved by {who}</source>
        <translation>اعتمده {who}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counting.py" line="73" />
        <source>{store}: {counted} of {lines} lines counted; what differs is posted.</source>
        <translation>{store}: عُدّ {counted} من {lines} سطرًا؛ يُرحَّل ما اختلف.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counting.py" line="76" />
        <source>{store}: {counted} of {lines} lines counted, {differing} differ and are posted.</source>
        <translation>{store}: عُدّ {counted} من {lines} سطرًا، اختلف {differing} وسيُرحَّل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counting.py" line="100" />
        <source>Print a counting sheet</source>
        <translation>طباعة ورقة جرد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counting.py" line="100" />
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counting.py" line="103" />
        <source>second count: {n} to be counted again</source>
        <translation>الجرد الثاني: {n} يُعاد جردها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counting.py" line="104" />
        <source>first count: {n} not counted</source>
        <translation>الجرد الأول: {n} لم تُجرد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/counting.py" line="107" />
        <source>Sheet</source>
        <translation>الورقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="29" />
        <location filename="../../hms_desktop/screens/stock/words.py" line="23" />
        <source>expired</source>
        <translation>منتهية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="30" />
        <source>broken</source>
        <translation>مكسور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="31" />
        <source>wet or warm</source>
        <translation>مبتلّ أو دافئ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="32" />
        <source>stolen</source>
        <translation>مسروق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="33" />
        <source>used for a sample</source>
        <translation>استُعمل عيّنة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="34" />
        <source>other</source>
        <translation>غير ذلك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="66" />
        <source>Transfer to another store</source>
        <translation>نقل إلى مخزن آخر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="66" />
        <source>Transfer</source>
        <translation>نقل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="68" />
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="87" />
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="70" />
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="89" />
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="137" />
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="86" />
        <source>Issue to a department</source>
        <translation>تسليم إلى قسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="86" />
        <source>Issue</source>
        <translation>تسليم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="106" />
        <source>Write off a loss</source>
        <translation>شطب فقد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="106" />
        <source>Write off</source>
        <translation>شطب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="111" />
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="147" />
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="162" />
        <location filename="../../hms_desktop/screens/stock/recalling.py" line="47" />
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="113" />
        <source>More about it</source>
        <translation>المزيد عنه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="118" />
        <source>Happened on (at most {n} days back)</source>
        <translation>حدث في (قبل {n} يومًا على الأكثر)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="134" />
        <source>A patient brings back</source>
        <translation>أعاده مريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="134" />
        <source>Put it aside</source>
        <translation>عزله</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="158" />
        <source>Take an entry back</source>
        <translation>استرجاع قيد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="158" />
        <source>Take it back</source>
        <translation>استرجاعه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="160" />
        <source>{what} of {when}</source>
        <translation>{what} في {when}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="186" />
        <location filename="../../hms_desktop/screens/stock/words.py" line="26" />
        <source>Opening stock</source>
        <translation>رصيد افتتاحي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="187" />
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="234" />
        <source>Put it on the books</source>
        <translation>إدخاله في الدفاتر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="189" />
        <source>What {store} has on its shelf and its books do not know yet.</source>
        <translation>ما على رف {store} ولا تعرفه دفاتره بعد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="197" />
        <location filename="../../hms_desktop/screens/stock/recalling.py" line="42" />
        <source>No medicine is chosen yet.</source>
        <translation>لم يُختر دواء بعد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="203" />
        <source>{medicine}, counted in {unit}</source>
        <translation>{medicine}، يُعدّ بوحدة {unit}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="211" />
        <location filename="../../hms_desktop/screens/stock/recalling.py" line="46" />
        <source>Lot</source>
        <translation>التشغيلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="212" />
        <source>Quantity in base units</source>
        <translation>الكمية بالوحدات الأساسية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="214" />
        <source>Expiry (a month means its last day)</source>
        <translation>الانتهاء (الشهر يعني آخر يوم فيه)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="216" />
        <source>Cost of one base unit</source>
        <translation>كلفة الوحدة الأساسية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="218" />
        <source>expires</source>
        <translation>ينتهي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="218" />
        <source>does not expire</source>
        <translation>لا ينتهي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="220" />
        <source>Shelf life</source>
        <translation>العمر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="230" />
        <source>A recalled lot</source>
        <translation>تشغيلة مسحوبة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="231" />
        <source>Lot {lot} is recalled: put on the books it is frozen and goes to nobody.</source>
        <translation>التشغيلة {lot} مسحوبة: إن أُدخلت في الدفاتر جُمّدت ولا تُعطى لأحد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="248" />
        <source>Another expiry</source>
        <translation>انتهاء آخر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="249" />
        <source>Lot {lot} is known with expiry {known}; is {new} really on this pack?</source>
        <translation>التشغيلة {lot} معروفة بالانتهاء {known}؛ هل {new} مكتوب حقًا على هذه العبوة؟</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="252" />
        <source>Yes, another batch</source>
        <translation>نعم، دفعة أخرى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="261" />
        <source>{medicine} · lot {lot} · expires {day} · {units} {unit} here</source>
        <translation>{medicine} · التشغيلة {lot} · تنتهي {day} · {units} {unit} هنا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/deeds.py" line="268" />
        <source>Quantity, {unit}</source>
        <translation>الكمية، {unit}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="90" />
        <source>At today's pace, what expires first taken first</source>
        <translation>بوتيرة اليوم، والأقرب انتهاءً يؤخذ أولًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="117" />
        <source>never came</source>
        <translation>لم تصل قط</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="315" />
        <source>Restricted record</source>
        <translation>سجل مقيّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/expiry.py" line="320" />
        <source>{n} batches, worth {value}; {left} of them will not be used up in time</source>
        <translation>{n} دفعات بقيمة {value}؛ لن يُستهلك منها {left} في الوقت المناسب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="361" />
        <source>Entered {when} by {who}</source>
        <translation>أدخله {who} في {when}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/page.py" line="365" />
        <source>Lot {lot} · expires {day} · {units} {unit}</source>
        <translation>التشغيلة {lot} · تنتهي {day} · {units} {unit}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="237" />
        <location filename="../../hms_desktop/screens/stock/reorder.py" line="243" />
        <source>({n})</source>
        <translation>({n})</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/stores.py" line="31" />
        <location filename="../../hms_desktop/screens/stock/stores.py" line="45" />
        <source>in use</source>
        <translation>مستعمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/stores.py" line="31" />
        <location filename="../../hms_desktop/screens/stock/stores.py" line="45" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/words.py" line="15" />
        <source>Pharmacy</source>
        <translation>صيدلية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/words.py" line="16" />
        <source>Ward</source>
        <translation>قسم داخلي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/words.py" line="17" />
        <source>Quarantine</source>
        <translation>حجر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/words.py" line="20" />
        <source>usable</source>
        <translation>صالحة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/words.py" line="21" />
        <source>in quarantine</source>
        <translation>في الحجر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/words.py" line="22" />
        <source>recalled</source>
        <translation>مسحوبة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/words.py" line="27" />
        <source>Received</source>
        <translation>استُلم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/words.py" line="28" />
        <source>Sent to a store</source>
        <translation>أُرسل إلى مخزن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/words.py" line="29" />
        <source>Came from a store</source>
        <translation>جاء من مخزن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/words.py" line="30" />
        <source>Issued</source>
        <translation>سُلّم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/words.py" line="31" />
        <source>Dispensed</source>
        <translation>صُرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/words.py" line="32" />
        <source>Brought back</source>
        <translation>أُعيد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/words.py" line="33" />
        <source>Sent back</source>
        <translation>أُعيد إلى المورّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/words.py" line="34" />
        <source>Loss</source>
        <translation>فقد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/words.py" line="35" />
        <source>Counted</source>
        <translation>معدود</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/words.py" line="36" />
        <source>Taken back</source>
        <translation>استُرجع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/words.py" line="39" />
        <source>under way</source>
        <translation>جارٍ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/words.py" line="40" />
        <source>approved</source>
        <translation>معتمد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/words.py" line="41" />
        <source>cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/words.py" line="85" />
        <source>{what} (taken back)</source>
        <translation>{what} (استُرجع)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/recalling.py" line="29" />
        <source>Recall a lot</source>
        <translation>سحب تشغيلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/recalling.py" line="30" />
        <source>Recall</source>
        <translation>سحب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/recalling.py" line="32" />
        <source>Every batch of it is frozen in all stores at once, and so is what comes of it later.</source>
        <translation>تُجمّد كل دفعاتها في جميع المخازن فورًا، وكذلك ما يصل منها لاحقًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/recalling.py" line="66" />
        <source>No pack with the code {gtin} is in the catalogue.</source>
        <translation>لا عبوة بالرمز {gtin} في الدليل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/recalling.py" line="79" />
        <source>Choose the medicine whose lot is recalled.</source>
        <translation>اختر الدواء الذي سُحبت تشغيلته.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/recalling.py" line="83" />
        <source>Lot {lot} of {medicine} is recalled; batches frozen: {n}.</source>
        <translation>سُحبت التشغيلة {lot} من {medicine}؛ الدفعات المجمّدة: {n}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/stock/recalling.py" line="85" />
        <source>Lot {lot} of {medicine} is recalled. None of it is in the house; what comes is frozen.</source>
        <translation>سُحبت التشغيلة {lot} من {medicine}. لا يوجد منها شيء في المستشفى؛ وما يصل منها يُجمّد.</translation>
    </message>
</context>
<context>
    <name>trail</name>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="15" />
        <source>added</source>
        <translation>أُضيف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="16" />
        <source>changed</source>
        <translation>عُدّل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="17" />
        <source>removed</source>
        <translation>حُذف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="28" />
        <source>appointment</source>
        <translation>موعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="29" />
        <source>colleague's assent</source>
        <translation>موافقة زميل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="30" />
        <source>batch</source>
        <translation>دفعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="31" />
        <source>check of controlled medicines</source>
        <translation>فحص الأدوية الخاضعة للرقابة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="32" />
        <source>discrepancy of a controlled medicine</source>
        <translation>فرق في دواء خاضع للرقابة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="33" />
        <source>entry in the controlled register</source>
        <translation>قيد في سجل الأدوية الخاضعة للرقابة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="34" />
        <source>department</source>
        <translation>قسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="35" />
        <source>waiting-room screen</source>
        <translation>شاشة انتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="36" />
        <source>the hospital</source>
        <translation>المستشفى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="37" />
        <source>caution of labels</source>
        <translation>تنبيه الملصقات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="38" />
        <source>prescription in hand</source>
        <translation>وصفة قيد العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="39" />
        <source>medicine</source>
        <translation>دواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="40" />
        <source>merge of two records</source>
        <translation>دمج سجلين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="41" />
        <source>stock movement</source>
        <translation>حركة مخزون</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="42" />
        <source>restricted record opened</source>
        <translation>فتح سجل مقيّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="43" />
        <source>pack of a medicine</source>
        <translation>عبوة دواء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="44" />
        <source>allergy</source>
        <translation>حساسية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="45" />
        <source>consent</source>
        <translation>موافقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="46" />
        <source>emergency contact</source>
        <translation>جهة اتصال في الطوارئ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="47" />
        <source>identifier of a patient</source>
        <translation>معرّف مريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="48" />
        <source>phone of a patient</source>
        <translation>هاتف مريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="49" />
        <source>insurance policy</source>
        <translation>وثيقة تأمين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="50" />
        <source>patient</source>
        <translation>مريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="51" />
        <source>colleague</source>
        <translation>زميل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="52" />
        <source>line of a prescription</source>
        <translation>سطر في وصفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="53" />
        <source>prescription</source>
        <translation>وصفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="54" />
        <source>print job</source>
        <translation>مهمة طباعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="55" />
        <source>room</source>
        <translation>غرفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="56" />
        <source>list saved to a file</source>
        <translation>قائمة حُفظت في ملف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="57" />
        <source>place in a line</source>
        <translation>موضع في طابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="58" />
        <source>service</source>
        <translation>خدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="59" />
        <source>look at the books of a stock-take</source>
        <translation>اطلاع على دفاتر جرد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="60" />
        <source>stock-take</source>
        <translation>جرد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="61" />
        <source>supplier's invoice</source>
        <translation>فاتورة مورّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="62" />
        <source>ticket</source>
        <translation>تذكرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/trail/words.py" line="63" />
        <source>overridden warning</source>
        <translation>تحذير تم تجاوزه</translation>
    </message>
</context>
<context>
    <name>warnings</name>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="19" />
        <source>stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="20" />
        <source>warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="21" />
        <source>information</source>
        <translation>معلومة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="22" />
        <location filename="../../hms_desktop/screens/warning_words.py" line="32" />
        <source>not shown</source>
        <translation>لا يظهر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="29" />
        <source>stop: a reason and a colleague</source>
        <translation>إيقاف: سبب وزميل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="30" />
        <source>warning: a reason</source>
        <translation>تحذير: سبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="31" />
        <source>information: nothing</source>
        <translation>معلومة: لا شيء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="39" />
        <source>Allergy to the substance</source>
        <translation>حساسية من المادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="40" />
        <source>Allergy to its class</source>
        <translation>حساسية من فئتها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="41" />
        <source>Allergy, by its words</source>
        <translation>حساسية بحسب كلماتها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="42" />
        <source>Allergies not asked about</source>
        <translation>لم يُسأل عن الحساسيات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="43" />
        <source>Interaction: contraindicated</source>
        <translation>تداخل: ممنوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="44" />
        <source>Interaction: better avoided</source>
        <translation>تداخل: الأفضل تجنبه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="45" />
        <source>Interaction: needs precaution</source>
        <translation>تداخل: يحتاج إلى حذر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="46" />
        <source>Interaction: to be kept in mind</source>
        <translation>تداخل: يؤخذ في الاعتبار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="47" />
        <source>Same substance twice</source>
        <translation>المادة نفسها مرتين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="48" />
        <source>Same group twice</source>
        <translation>المجموعة نفسها مرتين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="49" />
        <source>Dose too high</source>
        <translation>الجرعة عالية جدًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="50" />
        <source>Dose too low</source>
        <translation>الجرعة منخفضة جدًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="51" />
        <source>Dose not checked</source>
        <translation>لم تُفحص الجرعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="52" />
        <source>Wrong age</source>
        <translation>العمر غير مناسب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="53" />
        <source>Age not known</source>
        <translation>العمر غير معروف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="54" />
        <source>Possible pregnancy</source>
        <translation>احتمال حمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="55" />
        <source>Supply not used up</source>
        <translation>لم يُستهلك ما صُرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="56" />
        <source>Nothing could be checked</source>
        <translation>تعذّر فحص أي شيء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="63" />
        <source>{medicine}: the patient is allergic to {allergy}</source>
        <translation>{medicine}: لدى المريض حساسية من {allergy}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="64" />
        <source>{medicine}: of a class the patient is allergic to ({allergy})</source>
        <translation>{medicine}: من فئة للمريض حساسية منها ({allergy})</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="65" />
        <source>{medicine}: perhaps what the patient is allergic to ({allergy})</source>
        <translation>{medicine}: ربما مما للمريض حساسية منه ({allergy})</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="66" />
        <source>Nobody has asked this patient about allergies</source>
        <translation>لم يسأل أحد هذا المريض عن الحساسيات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="67" />
        <source>{medicine} with {other}: contraindicated</source>
        <translation>{medicine} مع {other}: ممنوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="68" />
        <source>{medicine} with {other}: better avoided</source>
        <translation>{medicine} مع {other}: الأفضل تجنبه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="69" />
        <source>{medicine} with {other}: needs precaution</source>
        <translation>{medicine} مع {other}: يحتاج إلى حذر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="70" />
        <source>{medicine} with {other}: to be kept in mind</source>
        <translation>{medicine} مع {other}: يؤخذ في الاعتبار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="71" />
        <source>{medicine} and {other}: the same substance twice</source>
        <translation>{medicine} و{other}: المادة نفسها مرتين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="72" />
        <source>{medicine} and {other}: two of one group</source>
        <translation>{medicine} و{other}: اثنان من مجموعة واحدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="73" />
        <source>{medicine}: more than usual</source>
        <translation>{medicine}: أكثر من المعتاد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="74" />
        <source>{medicine}: less than usual</source>
        <translation>{medicine}: أقل من المعتاد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="75" />
        <source>{medicine}: the dose could not be checked</source>
        <translation>{medicine}: تعذّر فحص الجرعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="76" />
        <source>{medicine}: not at the age of {age}</source>
        <translation>{medicine}: ليس في عمر {age}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="77" />
        <source>{medicine}: age not known, limits by age were not checked</source>
        <translation>{medicine}: العمر غير معروف، ولم تُفحص حدود العمر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="78" />
        <source>{medicine}: not in pregnancy</source>
        <translation>{medicine}: ليس في الحمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="79" />
        <source>{medicine}: supplied already, lasts until {until}</source>
        <translation>{medicine}: صُرف من قبل ويكفي حتى {until}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="80" />
        <source>{medicine}: nothing could be checked</source>
        <translation>{medicine}: تعذّر فحص أي شيء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="93" />
        <source>The catalogue knows neither its substances nor its ATC code. Compare by hand.</source>
        <translation>لا يعرف الدليل موادّه الفعالة ولا رمزه في ATC. قارن يدويًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="95" />
        <source>Its strength does not say how much {substance} is in one {base_unit}.</source>
        <translation>تركيزه لا يبيّن كم من {substance} في {base_unit} واحد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="98" />
        <source>{substance} has limits by age. Ask for the birth date or the approximate age.</source>
        <translation>لـ {substance} حدود بحسب العمر. اسأل عن تاريخ الميلاد أو العمر التقريبي.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="126" />
        <source>mild</source>
        <translation>خفيف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="127" />
        <source>moderate</source>
        <translation>متوسط</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="128" />
        <source>severe</source>
        <translation>شديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="137" />
        <source>{substance} {at_once} {unit} at once, at most {most}.</source>
        <translation>{substance} {at_once} {unit} في المرة، {most} على الأكثر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="139" />
        <source>{substance} {at_once} {unit} at once, at least {least}.</source>
        <translation>{substance} {at_once} {unit} في المرة، {least} على الأقل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/warning_words.py" line="141" />
        <source>{substance} {a_day} {unit} a day, at most {most_a_day}.</source>
        <translation>{substance} {a_day} {unit} في اليوم، {most_a_day} على الأكثر.</translation>
    </message>
</context>
</TS>