<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>mica::ADistancePanel</name>
    <message>
        <source>A-distance by epoch</source>
        <translation>各轮的 A-距离</translation>
    </message>
    <message>
        <source>How well a linear classifier tells queries from keys: 0 not at all, 2 always.</source>
        <translation>线性分类器区分查询与键的能力：0 表示完全不能，2 表示总能区分。</translation>
    </message>
    <message>
        <source>Proxy A-distance (Table 6 of the paper): 2 (1 - 2 eps), eps the test error of logistic regression on queries against keys, trained on one half of the clips and tested on the other, the lowest over C = 10^-5 to 10^5; 6 elements a side of each of at most 128 clips. Small is what L_m aims at; attention that says nothing is small too.</source>
        <translation>代理 A-距离（论文表 6）：2 (1 - 2 eps)，eps 是用逻辑回归区分查询与键的测试误差：在一半片段上训练、在另一半上测试，取 C = 10^-5 到 10^5 中最低者；最多 128 个片段，每个片段每侧取 6 个元素。L_m 的目标就是使其变小；什么都不说明的注意力，其值也小。</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>The checkpoint of which the table is</source>
        <translation>表格所对应的检查点</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>A-distance</source>
        <translation>A-距离</translation>
    </message>
    <message>
        <source>A-distance of every pair, layer and head of every kept checkpoint. Takes a while the first time; the figures are kept in the run&apos;s folder.</source>
        <translation>每个保留的检查点中每个模态对、每层、每头的 A-距离。第一次需要一些时间；结果保存在该运行的文件夹中。</translation>
    </message>
    <message>
        <source>A-distance of %1</source>
        <translation>%1 的 A-距离</translation>
    </message>
    <message>
        <source>untrained (epoch 0)</source>
        <translation>未训练（第 0 轮）</translation>
    </message>
    <message>
        <source>epoch %1 (%2)</source>
        <translation>第 %1 轮（%2）</translation>
    </message>
    <message>
        <source>%1: %2 of 2</source>
        <translation>%1：%2（最大 2）</translation>
    </message>
    <message>
        <source>%1 valid</source>
        <translation>%1 验证</translation>
    </message>
    <message>
        <source>No figures for %1</source>
        <translation>没有 %1 的数值</translation>
    </message>
    <message>
        <source>Measured while training, on the validation split</source>
        <translation>训练时在验证集上测得</translation>
    </message>
    <message>
        <source>Measured here</source>
        <translation>在此测得</translation>
    </message>
</context>
<context>
    <name>mica::AttentionFigure</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
</context>
<context>
    <name>mica::AttentionFilm</name>
    <message>
        <source>This clip has no pictures</source>
        <translation>此片段没有画面</translation>
    </message>
</context>
<context>
    <name>mica::AttentionMapView</name>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>No attention yet: train a model or open a run</source>
        <translation>还没有注意力：请训练模型或打开一个运行</translation>
    </message>
    <message>
        <source>These two maps have other steps (%1 x %2 and %3 x %4) and cannot be subtracted.</source>
        <translation>这两张注意力图的步数不同（%1 x %2 与 %3 x %4），无法相减。</translation>
    </message>
    <message>
        <source>This attention (%1 x %2) does not fit the clip: was it made for another one?</source>
        <translation>该注意力（%1 x %2）与片段不符：是否属于另一个片段？</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>times unknown</source>
        <translation>时间未知</translation>
    </message>
    <message>
        <source>first less second, of the row&apos;s largest</source>
        <translation>第一张减第二张，相对于该行最大值</translation>
    </message>
    <message>
        <source>first less second</source>
        <translation>第一张减第二张</translation>
    </message>
    <message>
        <source>of the row&apos;s largest weight</source>
        <translation>相对于该行最大权重</translation>
    </message>
    <message>
        <source>attention weight</source>
        <translation>注意力权重</translation>
    </message>
    <message>
        <source>, log</source>
        <translation>，对数</translation>
    </message>
    <message>
        <source>, its only head</source>
        <translation>，唯一的头</translation>
    </message>
    <message numerus="yes">
        <source>, mean of %n heads</source>
        <translation>
            <numerusform>，%n 个头的平均</numerusform>
        </translation>
    </message>
    <message>
        <source>, head %1 of %2</source>
        <translation>，第 %1 头（共 %2 头）</translation>
    </message>
    <message>
        <source>outside %1 % of the row</source>
        <translation>在该行的 %1 % 之外</translation>
    </message>
    <message>
        <source>W selected</source>
        <translation>W 选中</translation>
    </message>
    <message>
        <source>V propagated</source>
        <translation>V 传播</translation>
    </message>
    <message>
        <source>true correspondence</source>
        <translation>真实对应</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>被掩蔽</translation>
    </message>
    <message>
        <source>%1
may not see %2 (masked)</source>
        <translation>%1
不可看到 %2（被掩蔽）</translation>
    </message>
    <message>
        <source>%1
attends to %2
by %3 more in the first map than in the second</source>
        <translation>%1
关注 %2
第一张图比第二张多 %3</translation>
    </message>
    <message>
        <source>%1
attends to %2
weight %3</source>
        <translation>%1
关注 %2
权重 %3</translation>
    </message>
    <message>
        <source> (mean of all heads)</source>
        <translation>（所有头的平均）</translation>
    </message>
    <message>
        <source> (head %1)</source>
        <translation>（第 %1 头）</translation>
    </message>
    <message>
        <source>selected by gamma (W)</source>
        <translation>由 gamma 选中（W）</translation>
    </message>
    <message>
        <source>propagated (V)</source>
        <translation>传播得到（V）</translation>
    </message>
    <message>
        <source>truly belong together</source>
        <translation>确实互相对应</translation>
    </message>
    <message>
        <source>among the cells that hold %1 % of the row</source>
        <translation>属于占该行 %1 % 的单元格</translation>
    </message>
    <message>
        <source>outside the cells that hold %1 % of the row</source>
        <translation>不属于占该行 %1 % 的单元格</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Drawing the map...</source>
        <translation>正在绘制注意力图...</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>其余</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>真值</translation>
    </message>
    <message>
        <source>%1
attends to %2
by %3 less in the first map than in the second</source>
        <translation>%1
关注 %2
第一张图比第二张少 %3</translation>
    </message>
    <message>
        <source>W of the first</source>
        <translation>第一张的 W</translation>
    </message>
    <message>
        <source>V of the first</source>
        <translation>第一张的 V</translation>
    </message>
</context>
<context>
    <name>mica::AttentionPanel</name>
    <message>
        <source>%1   %2 to %3</source>
        <translation>%1   %2 到 %3</translation>
    </message>
    <message>
        <source>The trained model whose attention is shown</source>
        <translation>显示其注意力的已训练模型</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>The saved state of the run</source>
        <translation>运行所保存的状态</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>模态对</translation>
    </message>
    <message>
        <source>Source (keys and values) and target (queries) of the crossmodal block</source>
        <translation>跨模态块的源（键与值）和目标（查询）</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Crossmodal layer, 1 is the first</source>
        <translation>跨模态层，1 为第一层</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>One attention head, or the mean over all</source>
        <translation>单个注意力头，或所有头的平均</translation>
    </message>
    <message>
        <source>Cells that gamma selects in this layer (element alignment)</source>
        <translation>gamma 在本层选中的单元格（元素级对齐）</translation>
    </message>
    <message>
        <source>Cells selected in this or an earlier layer</source>
        <translation>在本层或更早的层中被选中的单元格</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>map</source>
        <translation>注意力图</translation>
    </message>
    <message>
        <source>all heads and layers</source>
        <translation>所有头和层</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>插图</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>标度</translation>
    </message>
    <message>
        <source>How weights become shades; logarithmic shows weak cells too</source>
        <translation>权重如何映射为深浅；对数标度也能显示较弱的单元格</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>largest of the map</source>
        <translation>全图最大值</translation>
    </message>
    <message>
        <source>largest of each row</source>
        <translation>每行最大值</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colour scale of the map</source>
        <translation>注意力图的色标</translation>
    </message>
    <message>
        <source>blue and yellow</source>
        <translation>蓝与黄</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>真值</translation>
    </message>
    <message>
        <source>Outlines the cells that truly belong together</source>
        <translation>勾画真正互相对应的单元格</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>same time</source>
        <translation>相同时间</translation>
    </message>
    <message>
        <source>links of the set</source>
        <translation>数据集的对应关系</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share of each row&apos;s attention that is drawn in full</source>
        <translation>每行注意力中完整绘制的比例</translation>
    </message>
    <message>
        <source>%1 (training)</source>
        <translation>%1（训练中）</translation>
    </message>
    <message>
        <source>%1: not for these clips</source>
        <translation>%1：不适用于这些片段</translation>
    </message>
    <message>
        <source>choose a run</source>
        <translation>选择运行</translation>
    </message>
    <message>
        <source>no runs yet</source>
        <translation>还没有运行</translation>
    </message>
    <message>
        <source>mean of all</source>
        <translation>全部平均</translation>
    </message>
    <message>
        <source>Threshold gamma per head: %1</source>
        <translation>每头的阈值 gamma：%1</translation>
    </message>
    <message numerus="yes">
        <source>Corr. Acc of masked words on test: %1 (chance %2, %n elements)</source>
        <translation>
            <numerusform>测试集上被掩蔽词的 Corr. Acc：%1（随机水平 %2，%n 个元素）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Corr. Acc on test: %1 (chance %2, %n elements)</source>
        <translation>
            <numerusform>测试集上的 Corr. Acc：%1（随机水平 %2，%n 个元素）</numerusform>
        </translation>
    </message>
    <message>
        <source>A-distance on test: %1 of 2</source>
        <translation>测试集上的 A-距离：%1（最大 2）</translation>
    </message>
    <message>
        <source>Validation: %1</source>
        <translation>验证：%1</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>测试：%1</translation>
    </message>
    <message>
        <source>R&amp;un</source>
        <translation>运行(&amp;U)</translation>
    </message>
    <message>
        <source>One map, all heads and layers as small maps, or the figure: words above the frames that they attend to</source>
        <translation>单张图、以小图显示所有头和层，或插图：词在上，其关注的视频帧在下</translation>
    </message>
    <message>
        <source>Normalise</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>What the strongest shade stands for</source>
        <translation>最强的颜色代表什么</translation>
    </message>
    <message>
        <source>Cells that together hold this share of their row&apos;s attention stay; weaker ones fade</source>
        <translation>合计占其所在行注意力该比例的单元格保持显示，较弱的淡化</translation>
    </message>
    <message>
        <source>&amp;Keep mass</source>
        <translation>保留质量(&amp;K)</translation>
    </message>
    <message>
        <source>kept after epoch %1</source>
        <translation>第 %1 轮后保留</translation>
    </message>
    <message>
        <source>Measured with the run&apos;s best epoch, not with the one shown:</source>
        <translation>在该运行的最佳轮次上测得，而不是所显示的轮次：</translation>
    </message>
    <message>
        <source>Outline W (selected)</source>
        <translation>勾画 W（选中）</translation>
    </message>
    <message>
        <source>Outline V (propagated)</source>
        <translation>勾画 V（传播）</translation>
    </message>
</context>
<context>
    <name>mica::AttentionSheet</name>
    <message>
        <source>mean of all layers</source>
        <translation>所有层的平均</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>数据集 %1</translation>
    </message>
    <message>
        <source>clip %1</source>
        <translation>片段 %1</translation>
    </message>
    <message>
        <source>%1, epoch %2, %3</source>
        <translation>%1，第 %2 轮，%3</translation>
    </message>
    <message>
        <source>mean of all heads</source>
        <translation>所有头的平均</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>第 %1 头</translation>
    </message>
    <message numerus="yes">
        <source>lines: the %n strongest sources of each target, by weight</source>
        <translation>
            <numerusform>连线：每个目标最强的 %n 个源，按权重</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 targets</source>
        <translation>%2 个目标中的 %1 个</translation>
    </message>
    <message>
        <source>no pictures: the times of the sources are not known</source>
        <translation>没有画面：源的时间未知</translation>
    </message>
    <message>
        <source>no pictures: %1</source>
        <translation>没有画面：%1</translation>
    </message>
    <message>
        <source>%1, epoch %2</source>
        <translation>%1，第 %2 轮</translation>
    </message>
    <message>
        <source>film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>%1, changed: %2</source>
        <translation>%1，更改：%2</translation>
    </message>
</context>
<context>
    <name>mica::AttentionSource</name>
    <message>
        <source>Choose a clip to see what its steps attend to.</source>
        <translation>请选择一个片段，查看其各步所关注的内容。</translation>
    </message>
    <message>
        <source>Train a model or choose a run to see its attention here.</source>
        <translation>请训练模型或选择一个运行，在此查看其注意力。</translation>
    </message>
    <message>
        <source>Choose a run to compare with.</source>
        <translation>请选择要比较的运行。</translation>
    </message>
    <message>
        <source>The first attention comes when the running epoch ends.</source>
        <translation>当前这一轮结束时会出现第一份注意力。</translation>
    </message>
    <message>
        <source>Computing the attention of this clip...</source>
        <translation>正在计算该片段的注意力...</translation>
    </message>
</context>
<context>
    <name>mica::BandPlot</name>
    <message>
        <source>Curves with their spread</source>
        <translation>曲线及其离散范围</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source> (%1 to %2)</source>
        <translation>（%1 到 %2）</translation>
    </message>
    <message>
        <source>%1 %: %2</source>
        <translation>%1 %：%2</translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <translation>尚未测量</translation>
    </message>
</context>
<context>
    <name>mica::BlockTable</name>
    <message>
        <source>Values by pair, layer and head</source>
        <translation>按模态对、层和头的数值</translation>
    </message>
    <message>
        <source>%1  layer %2</source>
        <translation>%1  第 %2 层</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>第 %1 头</translation>
    </message>
    <message>
        <source>All heads together</source>
        <translation>所有头合并</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>无</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>What attending at random would reach</source>
        <translation>随机关注所能达到的值</translation>
    </message>
</context>
<context>
    <name>mica::BranchDialog</name>
    <message>
        <source>Train on from an epoch of another run</source>
        <translation>从另一次运行的某一轮继续训练</translation>
    </message>
    <message>
        <source>A new run begins where that one stood: weights, moments of the optimiser and live settings. Whatever you then change in the settings holds from there on.</source>
        <translation>新的运行从那次运行所处的状态开始：权重、优化器的矩以及可在训练中更改的设置。此后对设置的更改从那里起生效。</translation>
    </message>
    <message>
        <source>Runs on this set that have a checkpoint</source>
        <translation>此数据集上有检查点的运行</translation>
    </message>
    <message>
        <source>The epochs that the run keeps; keep_every = N keeps every N-th</source>
        <translation>该运行保留的轮次；keep_every = N 时每 N 轮保留一次</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Epoch</source>
        <translation>轮次(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Go on from there…</source>
        <translation>从那里继续(&amp;G)…</translation>
    </message>
    <message>
        <source>The settings of that run come into the form; nothing is trained yet</source>
        <translation>该运行的设置会填入表单；此时还不开始训练</translation>
    </message>
    <message>
        <source>No run on this set has a checkpoint yet.</source>
        <translation>此数据集上还没有带检查点的运行。</translation>
    </message>
    <message>
        <source>This run keeps only its best and its last epoch; with keep_every = N it would keep more.</source>
        <translation>此运行只保留最佳和最后一轮；设置 keep_every = N 可保留更多。</translation>
    </message>
</context>
<context>
    <name>mica::ChangeList</name>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>What is changed; Space switches a row off and on, Delete removes it</source>
        <translation>所做的更改；空格键关闭或开启一行，Delete 移除</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>mica::CheckPanel</name>
    <message>
        <source>Check of %1</source>
        <translation>检查 %1</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>已检查</translation>
    </message>
    <message>
        <source>Checking the file...</source>
        <translation>正在检查文件...</translation>
    </message>
    <message>
        <source>Open a set to check it, or check any file from the File menu: lengths, padding, values that are not finite, labels, clips in two splits.</source>
        <translation>打开数据集进行检查，或通过“文件”菜单检查任意文件：长度、填充、非有限值、标签、同时处于两个划分的片段。</translation>
    </message>
    <message>
        <source>Checking %1...</source>
        <translation>正在检查 %1...</translation>
    </message>
    <message>
        <source>%1 has not been checked. A check reads it whole and tells what in it would spoil a training.</source>
        <translation>%1 尚未检查。检查会完整读取文件，并指出其中会破坏训练的问题。</translation>
    </message>
    <message>
        <source>Check this file</source>
        <translation>检查此文件</translation>
    </message>
</context>
<context>
    <name>mica::CheckView</name>
    <message>
        <source>problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Labels of each split</source>
        <translation>各划分的标签</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>模态流</translation>
    </message>
    <message>
        <source>Show &amp;only these clips</source>
        <translation>只显示这些片段(&amp;O)</translation>
    </message>
    <message>
        <source>Check a&amp;gain</source>
        <translation>重新检查(&amp;G)</translation>
    </message>
    <message>
        <source>Findings, problems first</source>
        <translation>检查结果，问题在前</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>例数</translation>
    </message>
    <message>
        <source>Unfold a finding to see what it does to training and which clips it is about</source>
        <translation>展开一条结果，查看它对训练的影响以及涉及的片段</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>模态流</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Lengths</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>Infinite</source>
        <translation>无穷</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Every stream or array of the file</source>
        <translation>文件的每个模态流或数组</translation>
    </message>
    <message>
        <source>Lists the clips of the chosen finding and no others</source>
        <translation>只列出所选结果涉及的片段</translation>
    </message>
    <message>
        <source>Reads the file once more</source>
        <translation>重新读取文件</translation>
    </message>
    <message>
        <source>The file could not be checked</source>
        <translation>无法检查该文件</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Nothing was found that would harm a training.</source>
        <translation>没有发现会影响训练的问题。</translation>
    </message>
    <message>
        <source>Problems: %1, warnings: %2, notes: %3</source>
        <translation>问题：%1，警告：%2，说明：%3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>checked in %1 s</source>
        <translation>检查用时 %1 秒</translation>
    </message>
    <message>
        <source>open the set to go to its clips</source>
        <translation>打开数据集后可转到其片段</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1
%2
Rule: %3</source>
        <translation>%1
%2
规则：%3</translation>
    </message>
    <message>
        <source>Effect: %1</source>
        <translation>影响：%1</translation>
    </message>
    <message>
        <source>Go to this clip</source>
        <translation>转到此片段</translation>
    </message>
    <message>
        <source>only the first %1 are named</source>
        <translation>只列出前 %1 个</translation>
    </message>
    <message>
        <source>%1 to %2, mean %3</source>
        <translation>%1 到 %2，平均 %3</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>feature %1</source>
        <translation>特征 %1</translation>
    </message>
    <message>
        <source>mean %1, standard deviation %2</source>
        <translation>平均值 %1，标准差 %2</translation>
    </message>
</context>
<context>
    <name>mica::ClipFilters</name>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Length in seconds</source>
        <translation>长度（秒）</translation>
    </message>
    <message>
        <source>Shows only clips with this label</source>
        <translation>只显示带此标签的片段</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Shows only clips that lack a stream or a label</source>
        <translation>只显示缺少某个模态流或标签的片段</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>any stream</source>
        <translation>任一模态流</translation>
    </message>
    <message>
        <source>text stream</source>
        <translation>文本流</translation>
    </message>
    <message>
        <source>vision stream</source>
        <translation>视觉流</translation>
    </message>
    <message>
        <source>audio stream</source>
        <translation>音频流</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1步数</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>La&amp;bel</source>
        <translation>标签(&amp;B)</translation>
    </message>
    <message>
        <source>Secon&amp;ds</source>
        <translation>秒数(&amp;D)</translation>
    </message>
</context>
<context>
    <name>mica::ClipList</name>
    <message>
        <source>train</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>none of them</source>
        <translation>均无</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n frames without a face</source>
        <translation>
            <numerusform>%n 帧没有人脸</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::ClipLoader</name>
    <message>
        <source>This set keeps no pictures and no sound for its clips</source>
        <translation>该数据集没有保存片段的画面和声音</translation>
    </message>
    <message>
        <source>This set keeps no sound for its clips</source>
        <translation>该数据集没有保存片段的声音</translation>
    </message>
    <message>
        <source>The clip&apos;s media could not be read</source>
        <translation>无法读取该片段的媒体文件</translation>
    </message>
    <message>
        <source>This clip has no sound</source>
        <translation>该片段没有声音</translation>
    </message>
</context>
<context>
    <name>mica::ClipModel</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>The clip&apos;s name in the set</source>
        <translation>片段在数据集中的名称</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>What the model is to predict</source>
        <translation>模型要预测的内容</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>所说的内容</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Part of the set: train, validation or test</source>
        <translation>数据集的部分：训练、验证或测试</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Length in seconds</source>
        <translation>长度（秒）</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>Steps of the text stream (words)</source>
        <translation>文本流的步数（词）</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>Steps of the vision stream (frames)</source>
        <translation>视觉流的步数（帧）</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Steps of the audio stream</source>
        <translation>音频流的步数</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>The video or the speaker that the clip was cut from</source>
        <translation>片段所取自的视频或说话人</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Warnings of the import</source>
        <translation>导入时的警告</translation>
    </message>
    <message>
        <source>%1; click to sort by it</source>
        <translation>%1；点击按此排序</translation>
    </message>
</context>
<context>
    <name>mica::ClipPanel</name>
    <message>
        <source>Point at a word or a row of the map: the moments it attends to most appear here.</source>
        <translation>指向一个词或注意力图的一行：这里会显示它最关注的时刻。</translation>
    </message>
    <message>
        <source>%1: its pictures end at %2 s of %3 s; the file is truncated or damaged. Copy it again.</source>
        <translation>%1：画面在 %2 秒处结束（共 %3 秒）；文件被截断或损坏。请重新复制。</translation>
    </message>
    <message>
        <source>This clip cannot be read</source>
        <translation>无法读取该片段</translation>
    </message>
    <message>
        <source>The other clips of the set can still be opened.</source>
        <translation>数据集的其他片段仍可打开。</translation>
    </message>
    <message>
        <source>Making this clip&apos;s video: %1 (%2 %)</source>
        <translation>正在生成该片段的视频：%1（%2 %）</translation>
    </message>
    <message>
        <source>Making this clip&apos;s video: %1</source>
        <translation>正在生成该片段的视频：%1</translation>
    </message>
    <message>
        <source>This clip has no pictures</source>
        <translation>该片段没有画面</translation>
    </message>
    <message>
        <source>%1: its sound ends at %2 s of %3 s; the file may be truncated.</source>
        <translation>%1：声音在 %2 秒处结束（共 %3 秒）；文件可能被截断。</translation>
    </message>
    <message>
        <source>Choose a clip in the list.</source>
        <translation>请在列表中选择一个片段。</translation>
    </message>
    <message>
        <source>Open a set of clips, or make the sample set.</source>
        <translation>请打开一个片段数据集，或生成示例数据集。</translation>
    </message>
    <message>
        <source>Reading the clip...</source>
        <translation>正在读取片段...</translation>
    </message>
    <message>
        <source>no split</source>
        <translation>未划分</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>length in seconds unknown</source>
        <translation>长度（秒）未知</translation>
    </message>
    <message>
        <source>(no words)</source>
        <translation>（没有词）</translation>
    </message>
    <message>
        <source>Opening the video...</source>
        <translation>正在打开视频...</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Without attention there are no strongest moments to show here.</source>
        <translation>没有注意力，这里没有可显示的最强时刻。</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>被掩蔽</translation>
    </message>
    <message>
        <source>at the cursor: %1: %2</source>
        <translation>光标处：%1：%2</translation>
    </message>
</context>
<context>
    <name>mica::ClipTable</name>
    <message>
        <source>Search clips and words</source>
        <translation>搜索片段和词</translation>
    </message>
    <message>
        <source>Search clips</source>
        <translation>搜索片段</translation>
    </message>
    <message>
        <source>Split shown</source>
        <translation>显示的划分</translation>
    </message>
    <message>
        <source>Which part of the set is listed</source>
        <translation>列出数据集的哪个部分</translation>
    </message>
    <message>
        <source>all splits</source>
        <translation>所有划分</translation>
    </message>
    <message>
        <source>no split</source>
        <translation>未划分</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>&amp;Find clips</source>
        <translation>查找片段(&amp;F)</translation>
    </message>
    <message>
        <source>Puts the keyboard into the search field</source>
        <translation>将键盘焦点移到搜索框</translation>
    </message>
    <message>
        <source>Every part typed must occur in the name, the group, the words, the label or the notes (%1; Escape clears)</source>
        <translation>输入的每个部分都必须出现在名称、组、词、标签或备注中（%1；Esc 清除）</translation>
    </message>
    <message>
        <source>Fields for label, lengths and what is missing</source>
        <translation>按标签、长度和缺失内容筛选</translation>
    </message>
    <message>
        <source>Lifts search and filters</source>
        <translation>清除搜索和筛选</translation>
    </message>
    <message>
        <source>Only clips of the check: %1</source>
        <translation>只显示检查涉及的片段：%1</translation>
    </message>
    <message>
        <source>No clips</source>
        <translation>没有片段</translation>
    </message>
    <message>
        <source>The set holds no clips.</source>
        <translation>该数据集没有片段。</translation>
    </message>
    <message>
        <source>The clips of a set are listed here when one is open.</source>
        <translation>打开数据集后，其片段会列在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n 个片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n clips</source>
        <translation>
            <numerusform>%1 / %n 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>None of the clips fits search and filters.</source>
        <translation>没有片段符合搜索和筛选条件。</translation>
    </message>
    <message>
        <source>Show all clips</source>
        <translation>显示所有片段</translation>
    </message>
    <message>
        <source>Fi&amp;lters</source>
        <translation>筛选(&amp;L)</translation>
    </message>
    <message>
        <source>Sho&amp;w all clips</source>
        <translation>显示所有片段(&amp;W)</translation>
    </message>
    <message>
        <source>Fi&amp;lters (%1)</source>
        <translation>筛选 (%1)(&amp;L)</translation>
    </message>
</context>
<context>
    <name>mica::CompareBox</name>
    <message>
        <source>the backbone (mmd = false, pea = false)</source>
        <translation>骨干模型（mmd = false, pea = false）</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Training epoch</source>
        <translation>训练轮次</translation>
    </message>
    <message>
        <source>Training &amp;epoch</source>
        <translation>训练轮次(&amp;E)</translation>
    </message>
    <message>
        <source>C&amp;ompare</source>
        <translation>比较(&amp;O)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>with &amp;run</source>
        <translation>与运行(&amp;R)</translation>
    </message>
    <message>
        <source>in e&amp;poch</source>
        <translation>轮次(&amp;P)</translation>
    </message>
    <message>
        <source>kept after epoch %1</source>
        <translation>第 %1 轮后保留</translation>
    </message>
    <message>
        <source>the chosen one</source>
        <translation>当前所选</translation>
    </message>
    <message>
        <source>No run is chosen.</source>
        <translation>没有选择运行。</translation>
    </message>
    <message>
        <source>This run kept no attention of this clip. The option watch names clips that a training keeps.</source>
        <translation>该运行没有保留此片段的注意力。选项 watch 指定训练时要保留的片段。</translation>
    </message>
    <message>
        <source>before training</source>
        <translation>训练前</translation>
    </message>
    <message>
        <source>after epoch %1</source>
        <translation>第 %1 轮后</translation>
    </message>
    <message numerus="yes">
        <source>the saved model; kept of this clip: %n epochs, %1 to %2</source>
        <translation>
            <numerusform>已保存的模型；该片段保留了 %n 轮，%1 到 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>No run on these clips of: %1.</source>
        <translation>在这些片段上没有以下模型的运行：%1。</translation>
    </message>
    <message>
        <source>The clip&apos;s attention after each epoch of the training that kept it; at the right end the saved model</source>
        <translation>训练中每轮之后保留的该片段注意力；最右端为已保存的模型</translation>
    </message>
    <message>
        <source>With the map of another run, epoch or layer: below it on the same scale, or the first less the second</source>
        <translation>与另一个运行、轮次或层的注意力图比较：以相同标度置于下方，或第一张减第二张</translation>
    </message>
    <message>
        <source>The run that the map is compared with</source>
        <translation>与注意力图比较的运行</translation>
    </message>
    <message>
        <source>Its saved model, or an epoch whose attention it kept of this clip</source>
        <translation>其已保存的模型，或保留了该片段注意力的某一轮</translation>
    </message>
    <message>
        <source>in la&amp;yer</source>
        <translation>层(&amp;Y)</translation>
    </message>
    <message>
        <source>Its layer: the chosen one, or a fixed one</source>
        <translation>其层：当前所选的层或固定的一层</translation>
    </message>
    <message>
        <source>MICA | backbone | MulT</source>
        <translation>MICA | 骨干 | MulT</translation>
    </message>
    <message>
        <source>The newest run of each on these clips side by side; what is missing is said</source>
        <translation>并排显示三者在这些片段上最新的运行；缺少的会指出</translation>
    </message>
    <message>
        <source>the same, changed (What if)</source>
        <translation>同一张，更改后（假设分析）</translation>
    </message>
</context>
<context>
    <name>mica::ComparePicker</name>
    <message>
        <source>%1, %2: mean</source>
        <translation>%1，%2：均值</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n 次运行</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>对比…</translation>
    </message>
    <message>
        <source>Compare with other runs</source>
        <translation>与其他运行对比</translation>
    </message>
    <message>
        <source>Draws other runs beside this one; the seeds of an experiment as their mean and band</source>
        <translation>在旁边画出其他运行；一个实验的各个种子画成均值和范围带</translation>
    </message>
    <message>
        <source>Find a run</source>
        <translation>查找运行</translation>
    </message>
    <message>
        <source>Shows only runs whose name holds this text</source>
        <translation>只显示名称包含此文本的运行</translation>
    </message>
    <message>
        <source>Runs to compare with</source>
        <translation>用于对比的运行</translation>
    </message>
    <message>
        <source>At most %1 at a time; space or a click puts a run beside the one in front</source>
        <translation>最多同时 %1 个；按空格或单击即可把运行放到旁边</translation>
    </message>
    <message numerus="yes">
        <source>Compared with %n</source>
        <translation>
            <numerusform>与 %n 个对比</numerusform>
        </translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>还没有运行</translation>
    </message>
</context>
<context>
    <name>mica::ConfusionView</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Confusion matrix: %1</source>
        <translation>混淆矩阵：%1</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n clips, %1 right (%2 %)</source>
        <translation>
            <numerusform>%n 个片段，%1 个正确（%2 %）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>truth %1: %n clips, %2 of them right</source>
        <translation>
            <numerusform>真值 %1：%n 个片段，其中 %2 个正确</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>prediction %1: %n clips, %2 of them right</source>
        <translation>
            <numerusform>预测 %1：%n 个片段，其中 %2 个正确</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>truth %1, prediction %2: %n clips, %3 % of this truth</source>
        <translation>
            <numerusform>真值 %1，预测 %2：%n 个片段，占该真值的 %3 %</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these clips is counted</source>
        <translation>这些片段都不计入</translation>
    </message>
    <message>
        <source>%1: none of these clips is counted</source>
        <translation>%1：这些片段都不计入</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>真值</translation>
    </message>
    <message>
        <source>%1
Click to list these clips</source>
        <translation>%1
点击列出这些片段</translation>
    </message>
</context>
<context>
    <name>mica::ContributionPanel</name>
    <message>
        <source>How much the prediction changes when a stream is taken away.</source>
        <translation>去掉一个模态流后预测变化多大。</translation>
    </message>
    <message>
        <source>Mean |p - p&apos;| over the clips (classes: half the sum of |p - p&apos;| of the probabilities). Dropped: no step is seen, as in an empty clip, which the model never met in training. Averaged: every step is the training split&apos;s mean. Exchanged: the stream of another clip, which stays within what the model knows. Streams that say the same can each look useless alone.</source>
        <translation>各片段 |p - p&apos;| 的平均（分类：概率 |p - p&apos;| 之和的一半）。丢弃：不可见任何步，如同空片段，模型在训练中从未见过。平均：每一步都取训练集的平均值。交换：换成另一个片段的流，仍在模型已知的范围内。内容相同的流，单独看时可能都显得无用。</translation>
    </message>
    <message>
        <source>How a stream is taken away</source>
        <translation>如何去掉一个模态流</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>averaged</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>exchanged with another clip&apos;s</source>
        <translation>与另一个片段交换</translation>
    </message>
    <message>
        <source>What text, vision and audio each contribute to the predictions, on the whole and clip by clip.</source>
        <translation>文本、视觉和音频各自对预测的贡献，整体上以及逐片段。</translation>
    </message>
    <message>
        <source>Contributions in %1</source>
        <translation>%1 中的贡献</translation>
    </message>
    <message>
        <source>Change of the prediction without it, mean over the set</source>
        <translation>去掉后预测的变化，数据集平均</translation>
    </message>
    <message>
        <source>without %1 %2</source>
        <translation>无%1 %2</translation>
    </message>
    <message>
        <source>%1 (%2): whole model %3, %4</source>
        <translation>%1（%2）：完整模型 %3，%4</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>越高越好</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>越低越好</translation>
    </message>
    <message>
        <source>Change of the clip&apos;s prediction without %1</source>
        <translation>去掉%1后该片段预测的变化</translation>
    </message>
    <message>
        <source>%1 is not among the clips that were looked at.</source>
        <translation>%1 不在所考察的片段中。</translation>
    </message>
    <message>
        <source>The same for %1</source>
        <translation>%1 的相应数值</translation>
    </message>
</context>
<context>
    <name>mica::CorrAccPanel</name>
    <message>
        <source>How often the most attended source step truly belongs to the target step.</source>
        <translation>最受关注的源步有多少次真正对应目标步。</translation>
    </message>
    <message>
        <source>Corr. Acc (Table 6 of the paper): the share of target elements t whose argmax over source elements s of P[t, s] overlaps the true interval of t: that of the set&apos;s links, else t&apos;s own time. &quot;all heads&quot; is the argmax of the mean over heads. Chance is what a step taken at random would reach; compare with that, not with 0.</source>
        <translation>Corr. Acc（论文表 6）：目标元素 t 中，P[t, s] 对源元素 s 取 argmax 后与 t 的真实区间重叠的比例；真实区间取数据集的对应关系，否则取 t 自身的时间。“所有头”是各头平均的 argmax。随机水平是随机取一步所能达到的值；应与它比较，而不是与 0 比较。</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>All target steps with a truth, or only those of masked words</source>
        <translation>所有有真值的目标步，或只看被掩蔽的词</translation>
    </message>
    <message>
        <source>every step</source>
        <translation>每一步</translation>
    </message>
    <message>
        <source>masked words only</source>
        <translation>仅被掩蔽的词</translation>
    </message>
    <message>
        <source>Corr. Acc of every pair, layer and head, and the clips where attention looks at the wrong time. Takes some seconds a hundred clips.</source>
        <translation>每个模态对、每层、每头的 Corr. Acc，以及注意力看错时间的片段。每百个片段需要几秒。</translation>
    </message>
    <message>
        <source>Corr. Acc of %1</source>
        <translation>%1 的 Corr. Acc</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, chance %3, %n elements</source>
        <translation>
            <numerusform>%1：%2，随机水平 %3，%n 个元素</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: nothing could be counted</source>
        <translation>%1：没有可计数的内容</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 where chance is %3 (%n elements). Clips, the worst first:</source>
        <translation>
            <numerusform>%1：%2，随机水平 %3（%n 个元素）。片段，最差的在前：</numerusform>
        </translation>
    </message>
    <message>
        <source>Corr. Acc</source>
        <translation>Corr. Acc</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>of</source>
        <translation>总数</translation>
    </message>
    <message>
        <source>Share of the clip&apos;s target steps that attend the right time</source>
        <translation>该片段中关注正确时间的目标步所占比例</translation>
    </message>
    <message>
        <source>Target steps that attend another time most</source>
        <translation>最关注其他时间的目标步</translation>
    </message>
    <message>
        <source>Target steps with a known truth</source>
        <translation>真值已知的目标步</translation>
    </message>
    <message>
        <source>%1 is not among the clips that were looked at.</source>
        <translation>%1 不在所考察的片段中。</translation>
    </message>
</context>
<context>
    <name>mica::CurvePanel</name>
    <message>
        <source>Curve shown of %1</source>
        <translation>%1 中显示的曲线</translation>
    </message>
    <message>
        <source>All curves of this panel, or one; where several runs are shown, one curve of each</source>
        <translation>此面板的全部曲线或其中一条；显示多个运行时，每个运行一条</translation>
    </message>
    <message>
        <source>all curves</source>
        <translation>全部曲线</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>time in s</source>
        <translation>时间（秒）</translation>
    </message>
</context>
<context>
    <name>mica::CurvePlot</name>
    <message>
        <source>Nothing measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>Values of %1</source>
        <translation>%1 的数值</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Smoothing of %1</source>
        <translation>%1 的平滑</translation>
    </message>
    <message>
        <source>Moving average of the curves; at the left end it is off</source>
        <translation>曲线的滑动平均；最左端为关闭</translation>
    </message>
    <message>
        <source>Logarithmic axis of %1</source>
        <translation>%1 的对数坐标轴</translation>
    </message>
    <message>
        <source>Click: show or hide</source>
        <translation>点击：显示或隐藏</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>未定义</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>best %1</source>
        <translation>最佳 %1</translation>
    </message>
    <message>
        <source>Drag: move. Wheel: zoom. Double click: everything. With keys: arrows, + and -, Home, L (logarithm), M (marks)</source>
        <translation>拖动：移动。滚轮：缩放。双击：全部。按键：方向键、+ 和 -、Home、L（对数）、M（标记）</translation>
    </message>
    <message>
        <source>log x</source>
        <translation>log x</translation>
    </message>
    <message>
        <source>Logarithmic horizontal axis of %1</source>
        <translation>%1 的对数横轴</translation>
    </message>
    <message>
        <source>Logarithmic horizontal axis; what lies at zero or left of it is left out (Shift+L)</source>
        <translation>对数横轴；零及其左侧的部分不显示 (Shift+L)</translation>
    </message>
    <message>
        <source>log y</source>
        <translation>log y</translation>
    </message>
    <message>
        <source>Logarithmic vertical axis; values of zero and below are left out (L)</source>
        <translation>对数纵轴；零及以下的值不显示 (L)</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::DistancePanel</name>
    <message>
        <source>How far queries lie from the keys that belong to them in time, and from others of the same clip.</source>
        <translation>查询与时间上对应的键、以及与同一片段中其他键的距离。</translation>
    </message>
    <message>
        <source>|q - k| of the chosen pair, layer and head: the distance that the element loss L_e (Eq. 2) makes small where attention is strong. As many unmatched pairs as matched ones are drawn from each clip. Read the overlap, not the size: sizes shrink with |q| and |k|.</source>
        <translation>所选模态对、层和头的 |q - k|：元素级损失 L_e（式 2）在注意力强的地方使其变小的距离。每个片段中抽取的非对应对与对应对数量相同。请看两者的重叠，而不是大小：大小会随 |q| 和 |k| 缩小。</translation>
    </message>
    <message>
        <source>Distances of matched and unmatched pairs of %1.</source>
        <translation>%1 中对应对与非对应对的距离。</translation>
    </message>
    <message>
        <source>Distances of %1, %2</source>
        <translation>%1，%2 的距离</translation>
    </message>
    <message>
        <source>matched</source>
        <translation>对应</translation>
    </message>
    <message>
        <source>unmatched</source>
        <translation>非对应</translation>
    </message>
    <message>
        <source>|q - k|, %1</source>
        <translation>|q - k|，%1</translation>
    </message>
    <message>
        <source>Nothing can be matched here.</source>
        <translation>这里没有可对应的内容。</translation>
    </message>
    <message numerus="yes">
        <source>A matched pair is the nearer one with probability %1 (no difference: 0.5; %n pairs of each kind; truth from %2). Mean |q| %3, mean |k| %4.</source>
        <translation>
            <numerusform>对应对更近的概率为 %1（无差别：0.5；每类 %n 对；真值来自%2）。|q| 平均 %3，|k| 平均 %4。</numerusform>
        </translation>
    </message>
    <message>
        <source>the set&apos;s links</source>
        <translation>数据集的对应关系</translation>
    </message>
    <message>
        <source>equal times</source>
        <translation>相同时间</translation>
    </message>
</context>
<context>
    <name>mica::Distributions</name>
    <message numerus="yes">
        <source>%1: %n clips.</source>
        <translation>
            <numerusform>%1：%n 个片段。</numerusform>
        </translation>
    </message>
    <message>
        <source>A clip may have several of these, or none.</source>
        <translation>一个片段可以有多个，也可以没有。</translation>
    </message>
    <message>
        <source>What lengths are counted in</source>
        <translation>长度的计量单位</translation>
    </message>
    <message>
        <source>Seconds, or steps of one stream</source>
        <translation>秒，或某个模态流的步数</translation>
    </message>
    <message>
        <source>Bars in percent of their split, so that splits of different size can be compared</source>
        <translation>柱高为占各自划分的百分比，便于比较大小不同的划分</translation>
    </message>
    <message>
        <source>Le&amp;ngths</source>
        <translation>长度(&amp;N)</translation>
    </message>
    <message>
        <source>The set holds no clips.</source>
        <translation>该数据集没有片段。</translation>
    </message>
    <message>
        <source>How labels and lengths are spread is shown here when a set is open.</source>
        <translation>打开数据集后，这里显示标签和长度的分布。</translation>
    </message>
    <message>
        <source>Sha&amp;res of each split</source>
        <translation>各划分的占比(&amp;R)</translation>
    </message>
</context>
<context>
    <name>mica::EffectBars</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
</context>
<context>
    <name>mica::EvidencePanel</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>all heads</source>
        <translation>所有头</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>第 %1 头</translation>
    </message>
    <message>
        <source>all splits</source>
        <translation>所有划分</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n clips (%1).</source>
        <translation>
            <numerusform>在 %n 个片段上测得（%1）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n clips (%1), epoch %2.</source>
        <translation>
            <numerusform>在 %n 个片段上测得（%1），第 %2 轮。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a set of clips first.</source>
        <translation>请先打开一个数据集。</translation>
    </message>
    <message>
        <source>Train a model on this set, or choose a run under Attention, to measure its attention.</source>
        <translation>请在此数据集上训练模型，或在“注意力”中选择一个运行，以测量其注意力。</translation>
    </message>
    <message>
        <source>%1 was not trained on this set. Choose another run, or open its set.</source>
        <translation>%1 不是在此数据集上训练的。请选择另一个运行，或打开它的数据集。</translation>
    </message>
    <message>
        <source>%1 uses one stream only (%2): there is no crossmodal attention to measure.</source>
        <translation>%1 只使用一个模态流（%2）：没有可测量的跨模态注意力。</translation>
    </message>
    <message>
        <source>Measuring...</source>
        <translation>正在测量...</translation>
    </message>
    <message>
        <source>Measuring: %1</source>
        <translation>正在测量：%1</translation>
    </message>
    <message>
        <source>This could not be measured</source>
        <translation>无法测量</translation>
    </message>
    <message>
        <source>Another choice is being measured. When it has ended, this one can be.</source>
        <translation>正在测量另一个选择。完成后即可测量这一个。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
</context>
<context>
    <name>mica::EvidenceScope</name>
    <message>
        <source>Clips of</source>
        <translation>片段来自</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>test split</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>validation split</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>training split</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>all clips</source>
        <translation>所有片段</translation>
    </message>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>every clip</source>
        <translation>每个片段</translation>
    </message>
    <message>
        <source>Which split of the set is looked at (Alt+Shift+S)</source>
        <translation>考察数据集的哪个划分（Alt+Shift+S）</translation>
    </message>
    <message>
        <source>How many clips are looked at, evenly chosen: more take longer and say more (Alt+Shift+N)</source>
        <translation>考察多少个片段（均匀选取）：越多耗时越长，结论也越可靠（Alt+Shift+N）</translation>
    </message>
</context>
<context>
    <name>mica::EvidenceView</name>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Corr. Acc: is the right time attended?</source>
        <translation>Corr. Acc：关注的时间正确吗？</translation>
    </message>
    <message>
        <source>A-distance: are queries and keys alike?</source>
        <translation>A-距离：查询与键相似吗？</translation>
    </message>
    <message>
        <source>Projection: where do queries and keys lie?</source>
        <translation>投影：查询与键位于何处？</translation>
    </message>
    <message>
        <source>Distances: are true pairs nearer?</source>
        <translation>距离：真实对应的对更近吗？</translation>
    </message>
    <message>
        <source>Contribution: which stream matters?</source>
        <translation>贡献：哪个模态流重要？</translation>
    </message>
    <message>
        <source>Faithfulness: does attended mean used?</source>
        <translation>忠实度：受关注就意味着被使用吗？</translation>
    </message>
    <message>
        <source>What is measured of the chosen run (Alt+Shift+K)</source>
        <translation>对所选运行测量什么（Alt+Shift+K）</translation>
    </message>
    <message>
        <source>To the kind of evidence</source>
        <translation>转到证据的种类</translation>
    </message>
    <message>
        <source>The kind before</source>
        <translation>上一种</translation>
    </message>
    <message>
        <source>The next kind</source>
        <translation>下一种</translation>
    </message>
    <message>
        <source>To the split that is looked at</source>
        <translation>转到所考察的划分</translation>
    </message>
    <message>
        <source>To how many clips are looked at</source>
        <translation>转到所考察的片段数</translation>
    </message>
    <message>
        <source>Measures what is chosen, or stops it</source>
        <translation>测量所选内容，或将其停止</translation>
    </message>
    <message>
        <source>To the table or the picture</source>
        <translation>转到表格或图</translation>
    </message>
    <message>
        <source>To the list of clips</source>
        <translation>转到片段列表</translation>
    </message>
</context>
<context>
    <name>mica::ExportDialog</name>
    <message>
        <source>Export a view</source>
        <translation>导出视图</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>What is written: a view that is on screen (Alt+V)</source>
        <translation>要写出的内容：屏幕上的一个视图 (Alt+V)</translation>
    </message>
    <message>
        <source>F&amp;orm</source>
        <translation>格式(&amp;O)</translation>
    </message>
    <message>
        <source>The kind of file (Alt+O)</source>
        <translation>文件类型 (Alt+O)</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>宽度(&amp;W)</translation>
    </message>
    <message>
        <source>Of a picture on paper; its letters grow and shrink with it (Alt+W)</source>
        <translation>图片在纸上的宽度；文字随之缩放 (Alt+W)</translation>
    </message>
    <message>
        <source>&amp;Maps</source>
        <translation>注意力图(&amp;M)</translation>
    </message>
    <message>
        <source>Which maps&apos; numbers are written (Alt+M)</source>
        <translation>写出哪些注意力图的数值 (Alt+M)</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source>the chosen pair and layer, every head</source>
        <translation>所选模态对和层，每个头</translation>
    </message>
    <message>
        <source>all pairs, layers and heads</source>
        <translation>所有模态对、层和头</translation>
    </message>
    <message>
        <source>&amp;Browse...</source>
        <translation>浏览(&amp;B)...</translation>
    </message>
    <message>
        <source>Chooses folder and name (Alt+B)</source>
        <translation>选择文件夹和名称 (Alt+B)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>The file that is written; an older one of that name is replaced (Alt+F)</source>
        <translation>要写出的文件；同名的旧文件会被替换 (Alt+F)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Writes the file (Enter)</source>
        <translation>写出文件 (Enter)</translation>
    </message>
    <message>
        <source>Writes nothing (Escape)</source>
        <translation>不写出 (Escape)</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>请指定文件。</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>没有文件夹 %1。</translation>
    </message>
    <message>
        <source>This is a folder: add a name.</source>
        <translation>这是文件夹：请加上文件名。</translation>
    </message>
    <message>
        <source>There is such a file; it will be replaced.</source>
        <translation>此文件已存在；将被替换。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>mica::FaithfulnessPanel</name>
    <message>
        <source>Whether hiding the source steps that are attended most changes the prediction more than hiding as many at random.</source>
        <translation>遮住最受关注的源步，对预测的改变是否大于随机遮住同样多的步。</translation>
    </message>
    <message>
        <source>Deletion curves: for k = 10 to 90 % the k % source steps with the largest mean P[t, s] over target steps, heads and layers are hidden from the whole model (masked; the others keep their places), and |p - p&apos;| is taken; against the mean of 4 random orders, of 4 orders where the same pattern of attention is moved round in time, and the least attended first. A stretch that is hidden whole changes more than scattered steps, wherever it lies: attention that explains the prediction lies above &quot;moved&quot;, not only above &quot;random&quot;.</source>
        <translation>删除曲线：k 从 10 % 到 90 %，将对目标步、头和层平均后 P[t, s] 最大的 k % 源步对整个模型遮住（掩蔽；其余保持原位），取 |p - p&apos;|；并与 4 个随机顺序的平均、把同样的注意力模式在时间上平移的 4 个顺序的平均，以及最不受关注者优先的顺序相比。连续遮住的一段无论在哪里，影响都大于零散的步：能解释预测的注意力应高于“平移”，而不只是高于“随机”。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>By whose attention steps are ranked</source>
        <translation>按哪种注意力对步排序</translation>
    </message>
    <message>
        <source>mean of all layers and heads</source>
        <translation>所有层和头的平均</translation>
    </message>
    <message>
        <source>the chosen layer and head</source>
        <translation>所选的层和头</translation>
    </message>
    <message>
        <source>Curves of</source>
        <translation>曲线范围</translation>
    </message>
    <message>
        <source>Curves over the set, with the quartiles of the clips, or of the clip on screen</source>
        <translation>整个数据集的曲线及片段的四分位数，或屏幕上的片段</translation>
    </message>
    <message>
        <source>whole set</source>
        <translation>整个数据集</translation>
    </message>
    <message>
        <source>this clip</source>
        <translation>此片段</translation>
    </message>
    <message>
        <source>Does the prediction hang on what %1 attends? Takes some seconds to minutes a hundred clips, by the size of the model.</source>
        <translation>预测是否取决于 %1 所关注的内容？视模型大小，每百个片段需要几秒到几分钟。</translation>
    </message>
    <message>
        <source>Faithfulness of %1, %2</source>
        <translation>%1，%2 的忠实度</translation>
    </message>
    <message>
        <source>more</source>
        <translation>更多地</translation>
    </message>
    <message>
        <source>less</source>
        <translation>更少地</translation>
    </message>
    <message>
        <source>not clearly more or less</source>
        <translation>并不明显更多或更少地</translation>
    </message>
    <message>
        <source>%1 (by %2, 95 % interval %3 to %4)</source>
        <translation>%1（差 %2，95 % 区间 %3 到 %4）</translation>
    </message>
    <message numerus="yes">
        <source>%1: hiding what is attended most changes the prediction %2 than hiding steps at random, and %3 than hiding the same pattern elsewhere in time; n = %n clips.</source>
        <translation>
            <numerusform>%1：遮住最受关注的内容，与随机遮住相比，%2改变预测；与遮住时间上别处的相同模式相比，%3改变预测；n = %n 个片段。</numerusform>
        </translation>
    </message>
    <message>
        <source>most - moved</source>
        <translation>最受关注 - 平移</translation>
    </message>
    <message>
        <source>most</source>
        <translation>最受关注</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Mean change without the most attended steps, less that without the same pattern elsewhere</source>
        <translation>去掉最受关注的步的平均变化，减去去掉时间上别处相同模式的平均变化</translation>
    </message>
    <message>
        <source>Mean change of the prediction without the most attended steps</source>
        <translation>去掉最受关注的步后预测的平均变化</translation>
    </message>
    <message>
        <source>Mean change of the prediction without the same pattern elsewhere in time</source>
        <translation>去掉时间上别处的相同模式后预测的平均变化</translation>
    </message>
    <message>
        <source>Mean change of the prediction without random steps</source>
        <translation>随机去掉步后预测的平均变化</translation>
    </message>
    <message>
        <source>least attended</source>
        <translation>最不受关注</translation>
    </message>
    <message numerus="yes">
        <source>mean and quartiles of %n clips</source>
        <translation>
            <numerusform>%n 个片段的平均与四分位数</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not among the clips that were looked at.</source>
        <translation>%1 不在所考察的片段中。</translation>
    </message>
    <message>
        <source>hidden %1 steps, %</source>
        <translation>遮住的%1步，%</translation>
    </message>
    <message>
        <source>change of the prediction, %1</source>
        <translation>预测的变化，%1</translation>
    </message>
</context>
<context>
    <name>mica::FeatureLanes</name>
    <message>
        <source>feature %1</source>
        <translation>特征 %1</translation>
    </message>
    <message>
        <source>%1: the set does not name it</source>
        <translation>%1：数据集没有给出名称</translation>
    </message>
    <message>
        <source>%1: the set names none of its %2 features, so they are counted from 1</source>
        <translation>%1：数据集没有给出%2特征的名称，因此从 1 开始编号</translation>
    </message>
    <message>
        <source>This clip has no %1 features</source>
        <translation>该片段没有%1特征</translation>
    </message>
    <message>
        <source>No feature chosen</source>
        <translation>没有选择特征</translation>
    </message>
    <message>
        <source> (times unknown)</source>
        <translation>（时间未知）</translation>
    </message>
    <message>
        <source>The times of its steps are not known: they lie evenly spread</source>
        <translation>各步的时间未知：按均匀分布显示</translation>
    </message>
    <message>
        <source>%1 = %2, step %3</source>
        <translation>%1 = %2，第 %3 步</translation>
    </message>
    <message>
        <source>, %1 to %2 s</source>
        <translation>，%1 到 %2 秒</translation>
    </message>
    <message>
        <source>flagged: nothing was measured here</source>
        <translation>已标记：此处没有测量值</translation>
    </message>
</context>
<context>
    <name>mica::FeatureMenu</name>
    <message>
        <source>%1 features</source>
        <translation>%1特征</translation>
    </message>
    <message>
        <source>Choose which %1 features are shown as lanes</source>
        <translation>选择哪些%1特征显示为轨道</translation>
    </message>
    <message>
        <source>Find a feature</source>
        <translation>查找特征</translation>
    </message>
    <message>
        <source>Lists only features whose name holds the text</source>
        <translation>只列出名称中包含该文字的特征</translation>
    </message>
    <message>
        <source>Ticked features are shown (Space)</source>
        <translation>勾选的特征会显示（空格键）</translation>
    </message>
    <message>
        <source>The set names none of these features; they are counted from 1.</source>
        <translation>数据集没有给出这些特征的名称；从 1 开始编号。</translation>
    </message>
    <message>
        <source>This clip has no such features.</source>
        <translation>该片段没有这类特征。</translation>
    </message>
</context>
<context>
    <name>mica::FigurePanel</name>
    <message>
        <source>Save the fi&amp;gure...</source>
        <translation>保存插图(&amp;G)...</translation>
    </message>
    <message>
        <source>Writes the figure with its captions as PNG, SVG or PDF (Alt+G)</source>
        <translation>将插图及其说明保存为 PNG、SVG 或 PDF（Alt+G）</translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation>保存插图</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;SVG (*.svg);;PNG (*.png)</source>
        <translation>PDF (*.pdf);;SVG (*.svg);;PNG (*.png)</translation>
    </message>
    <message>
        <source>The figure was not written</source>
        <translation>插图没有写出</translation>
    </message>
</context>
<context>
    <name>mica::FigureView</name>
    <message>
        <source>Figure: words, and the moments that they attend to most</source>
        <translation>插图：词及其最关注的时刻</translation>
    </message>
    <message>
        <source>Point at a word to light its lines (Up and Down, Enter freezes); click a picture to go there</source>
        <translation>指向一个词以突出其连线（上下键，回车固定）；点击画面转到该处</translation>
    </message>
</context>
<context>
    <name>mica::FrameStrip</name>
    <message>
        <source>Point at a row of the map to see what it attends to most</source>
        <translation>指向注意力图的一行，查看它最关注什么</translation>
    </message>
    <message>
        <source>Strongest sources of the row</source>
        <translation>该行最强的源</translation>
    </message>
    <message>
        <source>%1
weight %2, step %3. Click: go there (Enter)</source>
        <translation>%1
权重 %2，第 %3 步。点击：转到该处（回车）</translation>
    </message>
</context>
<context>
    <name>mica::Histogram</name>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1步数</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Labels: %1</source>
        <translation>标签：%1</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Lengths</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>length unknown</source>
        <translation>长度未知</translation>
    </message>
    <message>
        <source>no such stream</source>
        <translation>没有该模态流</translation>
    </message>
</context>
<context>
    <name>mica::HistogramView</name>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>%1 %2 (%3 %)</source>
        <translation>%1 %2（%3 %）</translation>
    </message>
    <message>
        <source>%1 to below %2</source>
        <translation>%1 到 %2（不含）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Nothing to count</source>
        <translation>没有可计数的内容</translation>
    </message>
    <message>
        <source>No clip has a value here: %1</source>
        <translation>没有片段在此有值：%1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1
Click to list these clips</source>
        <translation>%1
点击列出这些片段</translation>
    </message>
</context>
<context>
    <name>mica::ImportDialog</name>
    <message>
        <source>Import a set</source>
        <translation>导入数据集</translation>
    </message>
    <message>
        <source>What the files are</source>
        <translation>文件的种类</translation>
    </message>
    <message>
        <source>The set file to make (.h5); an older one of that name is replaced when the new one is whole</source>
        <translation>要生成的数据集文件（.h5）；新文件完整后才替换同名的旧文件</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>种类(&amp;K)</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>选择...</translation>
    </message>
    <message>
        <source>&amp;Save the set as</source>
        <translation>数据集另存为(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Starts the import in the background (Enter)</source>
        <translation>在后台开始导入（回车）</translation>
    </message>
    <message>
        <source>Save the set as</source>
        <translation>数据集另存为</translation>
    </message>
    <message>
        <source>Sets (*.h5)</source>
        <translation>数据集 (*.h5)</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>可以留空</translation>
    </message>
    <message>
        <source>Files...</source>
        <translation>文件...</translation>
    </message>
    <message>
        <source>Folder...</source>
        <translation>文件夹...</translation>
    </message>
    <message>
        <source>Fill in: %1.</source>
        <translation>请填写：%1。</translation>
    </message>
    <message>
        <source>%1: %2 does not exist.</source>
        <translation>%1：%2 不存在。</translation>
    </message>
    <message>
        <source>%1: %2 is a folder, not a file.</source>
        <translation>%1：%2 是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>%1: %2 is no folder.</source>
        <translation>%1：%2 不是文件夹。</translation>
    </message>
    <message>
        <source>Choose where the set is saved.</source>
        <translation>请选择数据集的保存位置。</translation>
    </message>
    <message>
        <source>Save the set as: %1 is a folder.</source>
        <translation>数据集另存为：%1 是文件夹。</translation>
    </message>
    <message>
        <source>Features are made in the background; an import that is stopped goes on where it was.</source>
        <translation>特征在后台提取；中断的导入会从中断处继续。</translation>
    </message>
    <message>
        <source>The files are read in the background; an import that is stopped leaves no file.</source>
        <translation>文件在后台读取；中断的导入不会留下文件。</translation>
    </message>
    <message>
        <source>The set that is there now is replaced when the new one is whole.</source>
        <translation>新数据集完整后才替换现有的数据集。</translation>
    </message>
    <message>
        <source>Word v&amp;ectors</source>
        <translation>词向量(&amp;E)</translation>
    </message>
    <message>
        <source>A GloVe text file; empty: vectors hashed from the letters of each word</source>
        <translation>GloVe 文本文件；留空：由每个词的字母散列得到向量</translation>
    </message>
    <message>
        <source>GloVe vectors (*.txt);;All files (*)</source>
        <translation>GloVe 向量 (*.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>&amp;OpenFace files</source>
        <translation>OpenFace 文件(&amp;O)</translation>
    </message>
    <message>
        <source>Folder of OpenFace&apos;s .csv files, named like the clips; empty: own features of the face</source>
        <translation>OpenFace 的 .csv 文件所在文件夹，文件名与片段相同；留空：使用自带的人脸特征</translation>
    </message>
    <message>
        <source>CO&amp;VAREP files</source>
        <translation>COVAREP 文件(&amp;V)</translation>
    </message>
    <message>
        <source>Folder of COVAREP&apos;s .mat files, named like the clips; empty: own features of the sound</source>
        <translation>COVAREP 的 .mat 文件所在文件夹，文件名与片段相同；留空：使用自带的声音特征</translation>
    </message>
    <message>
        <source>&amp;Recordings</source>
        <translation>媒体文件(&amp;R)</translation>
    </message>
    <message>
        <source>Folder of the media files, sub-folders too</source>
        <translation>媒体文件所在文件夹，包括子文件夹</translation>
    </message>
    <message>
        <source>&amp;Word timings</source>
        <translation>词时间(&amp;W)</translation>
    </message>
    <message>
        <source>GRID sentence corpus</source>
        <translation>GRID 语句语料库</translation>
    </message>
    <message>
        <source>Six words a clip; one of them is masked and to be told from face and voice.</source>
        <translation>每个片段六个词；其中一个被掩蔽，需由人脸和声音判断。</translation>
    </message>
    <message>
        <source>&amp;Target word</source>
        <translation>目标词(&amp;T)</translation>
    </message>
    <message>
        <source>The word that is masked in the text</source>
        <translation>文本中被掩蔽的词</translation>
    </message>
    <message>
        <source>Folder of the .align files of the same names; empty: beside the recordings</source>
        <translation>同名 .align 文件所在文件夹；留空：与媒体文件在一起</translation>
    </message>
    <message>
        <source>Folder of clips with a table of labels</source>
        <translation>带标签表的片段文件夹</translation>
    </message>
    <message>
        <source>Any recordings with word timings of the same names; features of face and voice are made here.</source>
        <translation>任意录制内容及同名的词时间文件；人脸和声音特征在此提取。</translation>
    </message>
    <message>
        <source>Folder of the word files (.TextGrid, .align, .srt, .vtt, .json) of the same names; empty: beside the recordings</source>
        <translation>同名词文件（.TextGrid、.align、.srt、.vtt、.json）所在文件夹；留空：与媒体文件在一起</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>标签(&amp;L)</translation>
    </message>
    <message>
        <source>Table with the columns id and label, and split or group where they are known</source>
        <translation>包含 id 和 label 列的表，已知时还有 split 或 group 列</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv);;All files (*)</source>
        <translation>表格 (*.csv *.tsv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Raw folder of MMSA (label.csv and Raw)</source>
        <translation>MMSA 的原始文件夹（label.csv 和 Raw）</translation>
    </message>
    <message>
        <source>CMU-MOSI, CMU-MOSEI and CH-SIMS as MMSA lays them out: Raw/VIDEO/CLIP.mp4 and label.csv.</source>
        <translation>按 MMSA 方式存放的 CMU-MOSI、CMU-MOSEI 和 CH-SIMS：Raw/VIDEO/CLIP.mp4 和 label.csv。</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>The folder with label.csv and Raw</source>
        <translation>包含 label.csv 和 Raw 的文件夹</translation>
    </message>
    <message>
        <source>Another table than the folder&apos;s label.csv</source>
        <translation>使用文件夹中 label.csv 以外的表</translation>
    </message>
    <message>
        <source>La&amp;bel of</source>
        <translation>标签对象(&amp;B)</translation>
    </message>
    <message>
        <source>The column of the table that is learned</source>
        <translation>表中要学习的列</translation>
    </message>
    <message>
        <source>everything together (label)</source>
        <translation>全部模态（label）</translation>
    </message>
    <message>
        <source>the text alone (label_T)</source>
        <translation>仅文本（label_T）</translation>
    </message>
    <message>
        <source>the sound alone (label_A)</source>
        <translation>仅声音（label_A）</translation>
    </message>
    <message>
        <source>the picture alone (label_V)</source>
        <translation>仅画面（label_V）</translation>
    </message>
    <message>
        <source>its class (annotation)</source>
        <translation>其类别（annotation）</translation>
    </message>
    <message>
        <source>Column of &amp;tokens</source>
        <translation>分词列(&amp;T)</translation>
    </message>
    <message>
        <source>Column of the text with blanks between words, for languages that write none</source>
        <translation>词间带空格的文本列，用于书写时不加空格的语言</translation>
    </message>
    <message>
        <source>IEMOCAP (Session1 to Session5)</source>
        <translation>IEMOCAP（Session1 到 Session5）</translation>
    </message>
    <message>
        <source>The tree as its authors give it out; sessions 3 to 5 train, 2 validates, 1 tests.</source>
        <translation>作者发布的目录结构；第 3 到 5 次会话用于训练，第 2 次用于验证，第 1 次用于测试。</translation>
    </message>
    <message>
        <source>The folder with Session1 to Session5</source>
        <translation>包含 Session1 到 Session5 的文件夹</translation>
    </message>
    <message>
        <source>What the model is to predict</source>
        <translation>模型要预测的内容</translation>
    </message>
    <message>
        <source>neutral, happy, sad, angry: yes or no for each</source>
        <translation>中性、高兴、悲伤、愤怒：各为是或否</translation>
    </message>
    <message>
        <source>the raters&apos; category</source>
        <translation>评注者给出的类别</translation>
    </message>
    <message>
        <source>valence, arousal and dominance</source>
        <translation>效价、唤醒度和支配度</translation>
    </message>
    <message>
        <source>E&amp;xcited</source>
        <translation>兴奋(&amp;X)</translation>
    </message>
    <message>
        <source>What becomes of utterances rated as excited</source>
        <translation>评为“兴奋”的话语如何处理</translation>
    </message>
    <message>
        <source>is a category of its own</source>
        <translation>单独作为一类</translation>
    </message>
    <message>
        <source>counts as happy</source>
        <translation>计为高兴</translation>
    </message>
    <message>
        <source>&amp;Side of the picture</source>
        <translation>画面的一侧(&amp;S)</translation>
    </message>
    <message>
        <source>Where the actor who names the recording (the F of Ses01F) is in the split picture</source>
        <translation>录制名称所指的演员（Ses01F 中的 F）在分屏画面中的位置</translation>
    </message>
    <message>
        <source>left, by the usual convention</source>
        <translation>左侧（通常约定）</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>take the whole picture</source>
        <translation>使用整个画面</translation>
    </message>
    <message>
        <source>Recor&amp;dings</source>
        <translation>媒体文件(&amp;D)</translation>
    </message>
    <message>
        <source>Computational sequences (.csd) of CMU-MOSI, CMU-MOSEI</source>
        <translation>CMU-MOSI、CMU-MOSEI 的计算序列（.csd）</translation>
    </message>
    <message>
        <source>A clip is a row of the labels; words, picture and sound come with their times.</source>
        <translation>标签的每一行是一个片段；词、画面和声音都带时间。</translation>
    </message>
    <message>
        <source>S&amp;equences</source>
        <translation>序列(&amp;E)</translation>
    </message>
    <message>
        <source>The .csd files, known by their standard names, or a folder of them; labels must be among them</source>
        <translation>以标准文件名识别的 .csd 文件，或其所在文件夹；其中必须有标签</translation>
    </message>
    <message>
        <source>Computational sequences (*.csd);;All files (*)</source>
        <translation>计算序列 (*.csd);;所有文件 (*)</translation>
    </message>
    <message>
        <source>File of &amp;labels</source>
        <translation>标签文件(&amp;L)</translation>
    </message>
    <message>
        <source>The sequence of labels, where its name does not tell it</source>
        <translation>标签序列，当文件名无法识别时指定</translation>
    </message>
    <message>
        <source>&amp;Alignment</source>
        <translation>对齐(&amp;A)</translation>
    </message>
    <message>
        <source>One row of features for each word, by the SDK&apos;s rules, or all rows with their own times</source>
        <translation>按 SDK 的规则每词一行特征，或保留所有行及其自身时间</translation>
    </message>
    <message>
        <source>none: every stream keeps its own rows</source>
        <translation>无：每个模态流保留自己的行</translation>
    </message>
    <message>
        <source>to the words</source>
        <translation>对齐到词</translation>
    </message>
    <message>
        <source>to the picture&apos;s rows</source>
        <translation>对齐到画面的行</translation>
    </message>
    <message>
        <source>to the sound&apos;s rows</source>
        <translation>对齐到声音的行</translation>
    </message>
    <message>
        <source>&amp;Of several rows</source>
        <translation>多行合并(&amp;O)</translation>
    </message>
    <message>
        <source>How the rows that overlap become one</source>
        <translation>重叠的多行如何合为一行</translation>
    </message>
    <message>
        <source>their mean</source>
        <translation>取平均</translation>
    </message>
    <message>
        <source>their sum</source>
        <translation>取和</translation>
    </message>
    <message>
        <source>the smallest of each feature</source>
        <translation>每个特征取最小</translation>
    </message>
    <message>
        <source>the largest of each feature</source>
        <translation>每个特征取最大</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>取第一行</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>取最后一行</translation>
    </message>
    <message>
        <source>the middle one</source>
        <translation>取中间一行</translation>
    </message>
    <message>
        <source>S&amp;plits</source>
        <translation>划分(&amp;P)</translation>
    </message>
    <message>
        <source>Which video is in which split</source>
        <translation>哪个视频属于哪个划分</translation>
    </message>
    <message>
        <source>by the files&apos; names</source>
        <translation>按文件名</translation>
    </message>
    <message>
        <source>standard of CMU-MOSI</source>
        <translation>CMU-MOSI 标准划分</translation>
    </message>
    <message>
        <source>standard of CMU-MOSEI</source>
        <translation>CMU-MOSEI 标准划分</translation>
    </message>
    <message>
        <source>drawn, whole videos</source>
        <translation>按整个视频随机划分</translation>
    </message>
    <message>
        <source>La&amp;bel&apos;s value</source>
        <translation>标签的值(&amp;B)</translation>
    </message>
    <message>
        <source>Name or number of the label&apos;s value, such as happy of MOSEI, or all; empty: the first</source>
        <translation>标签值的名称或编号，如 MOSEI 的 happy，或 all；留空：第一个</translation>
    </message>
    <message>
        <source>Folder of the segments&apos; films: VIDEO_1.mp4, VIDEO_2.mp4 ...; empty: the set names none</source>
        <translation>各段视频所在文件夹：VIDEO_1.mp4、VIDEO_2.mp4 ……；留空：数据集不指明视频</translation>
    </message>
    <message>
        <source>Pickle of MulT or MMSA (.pkl)</source>
        <translation>MulT 或 MMSA 的 pickle（.pkl）</translation>
    </message>
    <message>
        <source>Read by this program alone: nothing in the file is run, and no Python is needed.</source>
        <translation>仅由本程序读取：不执行文件中的任何内容，也不需要 Python。</translation>
    </message>
    <message>
        <source>&amp;Pickle</source>
        <translation>Pickle(&amp;P)</translation>
    </message>
    <message>
        <source>mosi_data.pkl, unaligned_50.pkl and the like</source>
        <translation>mosi_data.pkl、unaligned_50.pkl 等</translation>
    </message>
    <message>
        <source>Pickles (*.pkl *.pickle);;All files (*)</source>
        <translation>Pickle 文件 (*.pkl *.pickle);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Which labels, where the file has both</source>
        <translation>文件同时有两种标签时使用哪一种</translation>
    </message>
    <message>
        <source>numbers where there are some, else classes</source>
        <translation>有数值时用数值，否则用类别</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Folder of the clips&apos; films: VIDEO/CLIP.mp4 or VIDEO_CLIP.mp4; empty: the set names none</source>
        <translation>片段视频所在文件夹：VIDEO/CLIP.mp4 或 VIDEO_CLIP.mp4；留空：数据集不指明视频</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>preposition</source>
        <translation>介词</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>adverb</source>
        <translation>副词</translation>
    </message>
</context>
<context>
    <name>mica::ImportSummaryWindow</name>
    <message>
        <source>set file</source>
        <translation>数据集文件</translation>
    </message>
    <message>
        <source>clips</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>taken over from a stopped import</source>
        <translation>取自中断的导入</translation>
    </message>
    <message>
        <source>frames without a face</source>
        <translation>没有人脸的帧</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>clips without sound</source>
        <translation>没有声音的片段</translation>
    </message>
    <message>
        <source>clips without pictures</source>
        <translation>没有画面的片段</translation>
    </message>
    <message>
        <source>words without a vector</source>
        <translation>没有向量的词</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>What to know before trusting it</source>
        <translation>使用前应了解的情况</translation>
    </message>
    <message>
        <source>What was made</source>
        <translation>生成的内容</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>说明：%1</translation>
    </message>
    <message>
        <source>left out: %1: %2</source>
        <translation>未采用：%1：%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n clips</source>
        <translation>
            <numerusform>%1：%n 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>; %1 left out</source>
        <translation>；%1 个未采用</translation>
    </message>
    <message numerus="yes">
        <source>; %n notes</source>
        <translation>
            <numerusform>；%n 条说明</numerusform>
        </translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Figures and notes</source>
        <translation>数值与说明</translation>
    </message>
    <message>
        <source>&amp;Figures and notes</source>
        <translation>数值与说明(&amp;F)</translation>
    </message>
    <message>
        <source>Clips that were left out</source>
        <translation>未采用的片段</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Why it was left out</source>
        <translation>未采用的原因</translation>
    </message>
    <message>
        <source>&amp;Left out (%1)</source>
        <translation>未采用 (%1)(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>复制为文本(&amp;C)</translation>
    </message>
    <message>
        <source>Figures, notes and left-out clips into the clipboard</source>
        <translation>将数值、说明和未采用的片段复制到剪贴板</translation>
    </message>
</context>
<context>
    <name>mica::JobBoard</name>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>stopping and saving</source>
        <translation>正在停止并保存</translation>
    </message>
    <message>
        <source>epoch %1/%2, step %3/%4, loss %5, data wait %6 %</source>
        <translation>第 %1/%2 轮，第 %3/%4 步，损失 %5，等待数据 %6 %</translation>
    </message>
</context>
<context>
    <name>mica::JobStrip</name>
    <message>
        <source>%1:%2 left</source>
        <translation>剩余 %1:%2</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>剩余 %1 小时 %2 分</translation>
    </message>
    <message>
        <source>No job is running</source>
        <translation>没有正在运行的任务</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 的进度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>暂停 %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop %1; what is done so far is kept</source>
        <translation>停止 %1；已完成的部分会保留</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Remove the line of %1</source>
        <translation>移除 %1 这一行</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Continue %1</source>
        <translation>继续 %1</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ 完成</translation>
    </message>
    <message>
        <source>⚠ failed</source>
        <translation>⚠ 失败</translation>
    </message>
    <message>
        <source>■ stopped</source>
        <translation>■ 已停止</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the result of %1</source>
        <translation>显示 %1 的结果</translation>
    </message>
</context>
<context>
    <name>mica::KeyPage</name>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>任意位置</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Find a key or what it does</source>
        <translation>查找按键或其作用</translation>
    </message>
    <message>
        <source>Lists only rows that hold the text</source>
        <translation>只列出包含该文字的行</translation>
    </message>
    <message>
        <source>Every key and what it does</source>
        <translation>每个按键及其作用</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
</context>
<context>
    <name>mica::LaneMenu</name>
    <message>
        <source>Lanes</source>
        <translation>轨道</translation>
    </message>
    <message>
        <source>Choose the lanes of the time line and how the spectrum looks</source>
        <translation>选择时间轴的轨道以及频谱的显示方式</translation>
    </message>
    <message>
        <source>Show or hide this lane (%1)</source>
        <translation>显示或隐藏此轨道（%1）</translation>
    </message>
    <message>
        <source>Frequencies of the spectrum</source>
        <translation>频谱的频率</translation>
    </message>
    <message>
        <source>Even to the ear (mel)</source>
        <translation>按听觉均匀（mel）</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Range below the loudest</source>
        <translation>最响处以下的范围</translation>
    </message>
    <message>
        <source>40 dB</source>
        <translation>40 dB</translation>
    </message>
    <message>
        <source>60 dB</source>
        <translation>60 dB</translation>
    </message>
    <message>
        <source>80 dB</source>
        <translation>80 dB</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Blue and yellow</source>
        <translation>蓝与黄</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
</context>
<context>
    <name>mica::LinkLane</name>
    <message>
        <source>Belongs together</source>
        <translation>互相对应</translation>
    </message>
    <message>
        <source>word %1 “%2”</source>
        <translation>第 %1 个词“%2”</translation>
    </message>
    <message>
        <source>This set keeps no links: what lies at the same time is taken to belong together</source>
        <translation>该数据集没有对应关系：同一时间的内容视为互相对应</translation>
    </message>
    <message>
        <source>%1: %2 to %3 s</source>
        <translation>%1：%2 到 %3 秒</translation>
    </message>
    <message>
        <source>Which word, piece of video and piece of sound truly belong together, as the set says</source>
        <translation>数据集给出的词、视频段与声音段之间的真实对应关系</translation>
    </message>
</context>
<context>
    <name>mica::LivePanel</name>
    <message>
        <source>Back to %1, as the training began</source>
        <translation>恢复为训练开始时的 %1</translation>
    </message>
    <message>
        <source>Change while it trains</source>
        <translation>训练中更改</translation>
    </message>
    <message>
        <source>
From %1 to %2. Acts from the next step on and becomes a mark on the curves.</source>
        <translation>
从 %1 到 %2。从下一步起生效，并在曲线上留下标记。</translation>
    </message>
    <message>
        <source>%1 while it trains</source>
        <translation>训练中的 %1</translation>
    </message>
    <message>
        <source>%1 while it trains, as a number</source>
        <translation>训练中的 %1，以数字输入</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>重置 %1</translation>
    </message>
</context>
<context>
    <name>mica::MainWindow</name>
    <message>
        <source>MICA Workbench</source>
        <translation>MICA Workbench</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Distributions</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>About this set</source>
        <translation>关于此数据集</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>A training is running</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>A training is running. What shall happen with it?</source>
        <translation>正在训练。如何处理？</translation>
    </message>
    <message>
        <source>A stopped run is saved and can be resumed later with the same result.</source>
        <translation>停止的运行会保存，之后可以继续，结果相同。</translation>
    </message>
    <message>
        <source>&amp;Stop and save</source>
        <translation>停止并保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keep training, close at its end</source>
        <translation>继续训练，结束后关闭(&amp;K)</translation>
    </message>
    <message>
        <source>Stopping after the running step and saving; the window closes then.</source>
        <translation>当前步结束后停止并保存；然后关闭窗口。</translation>
    </message>
    <message>
        <source>The window closes when the training has ended.</source>
        <translation>训练结束后窗口会关闭。</translation>
    </message>
    <message>
        <source>%1: no kind of import fits it. Choose one from File &gt; Import, or check the file.</source>
        <translation>%1：没有合适的导入种类。请在“文件 &gt; 导入”中选择，或检查该文件。</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>The import of %1 was stopped. What is finished is kept: it goes on from there.</source>
        <translation>%1 的导入已停止。已完成的部分保留：可从此处继续。</translation>
    </message>
    <message>
        <source>The import of %1 was stopped; no file was written.</source>
        <translation>%1 的导入已停止；没有写出文件。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Change and try again...</source>
        <translation>修改后重试...</translation>
    </message>
    <message>
        <source>Details...</source>
        <translation>详情...</translation>
    </message>
    <message>
        <source>Check a file</source>
        <translation>检查文件</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>The clips of the set, how labels and lengths are spread, and the check</source>
        <translation>数据集的片段、标签和长度的分布，以及检查</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Settings, curves and the clip&apos;s attention as it changes</source>
        <translation>设置、曲线，以及训练中不断变化的片段注意力</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>The clip on its time line with its attention</source>
        <translation>时间轴上的片段及其注意力</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Clip</source>
        <translation>片段(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Next clip</source>
        <translation>下一个片段(&amp;N)</translation>
    </message>
    <message>
        <source>Chooses the next clip of the list</source>
        <translation>选择列表中的下一个片段</translation>
    </message>
    <message>
        <source>&amp;Previous clip</source>
        <translation>上一个片段(&amp;P)</translation>
    </message>
    <message>
        <source>Chooses the clip before in the list</source>
        <translation>选择列表中的上一个片段</translation>
    </message>
    <message>
        <source>T&amp;ime</source>
        <translation>时间(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>按键(&amp;K)</translation>
    </message>
    <message>
        <source>Every key of the window, by where it works</source>
        <translation>窗口的所有按键，按其生效位置排列</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
    <message>
        <source>What this is, and the licences of its parts</source>
        <translation>本程序的说明及各部分的许可证</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open set...</source>
        <translation>打开数据集(&amp;O)...</translation>
    </message>
    <message>
        <source>Opens a set of clips (.h5) beside those that are open</source>
        <translation>打开一个片段数据集（.h5），与已打开的并存</translation>
    </message>
    <message>
        <source>Open &amp;recordings...</source>
        <translation>打开录制文件(&amp;R)...</translation>
    </message>
    <message>
        <source>Opens your own videos or sounds, to look at them with a trained run; they can be dropped, too</source>
        <translation>打开自己的视频或录音，用训练好的运行查看；也可以拖入窗口</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation>导入(&amp;I)...</translation>
    </message>
    <message>
        <source>Makes a set from recordings or from the files of a benchmark</source>
        <translation>由录制内容或基准数据文件生成数据集</translation>
    </message>
    <message>
        <source>&amp;Make or open the sample set</source>
        <translation>生成或打开示例数据集(&amp;M)</translation>
    </message>
    <message>
        <source>Drawn faces that speak, with known attention</source>
        <translation>会说话的绘制人脸，注意力已知</translation>
    </message>
    <message>
        <source>Check &amp;this set</source>
        <translation>检查此数据集(&amp;T)</translation>
    </message>
    <message>
        <source>Tells what in the set would spoil a training</source>
        <translation>指出数据集中会破坏训练的问题</translation>
    </message>
    <message>
        <source>Check a &amp;file...</source>
        <translation>检查文件(&amp;F)...</translation>
    </message>
    <message>
        <source>Tells what in a file of any supported form would spoil a training</source>
        <translation>指出任意受支持格式的文件中会破坏训练的问题</translation>
    </message>
    <message>
        <source>&amp;Next set</source>
        <translation>下一个数据集(&amp;N)</translation>
    </message>
    <message>
        <source>Goes to the next of the open sets</source>
        <translation>转到下一个已打开的数据集</translation>
    </message>
    <message>
        <source>&amp;Previous set</source>
        <translation>上一个数据集(&amp;P)</translation>
    </message>
    <message>
        <source>Goes to the open set before</source>
        <translation>转到上一个已打开的数据集</translation>
    </message>
    <message>
        <source>&amp;Close this set</source>
        <translation>关闭此数据集(&amp;C)</translation>
    </message>
    <message>
        <source>Closes the set on screen; a training of it goes on</source>
        <translation>关闭屏幕上的数据集；其训练继续进行</translation>
    </message>
    <message>
        <source>Deletes the features of the recordings on screen; the recordings stay</source>
        <translation>删除屏幕上录制内容的特征；录制文件保留</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Closes the window; a running training is asked about</source>
        <translation>关闭窗口；正在训练时会询问</translation>
    </message>
    <message>
        <source>Open sets</source>
        <translation>已打开的数据集</translation>
    </message>
    <message>
        <source>The set on screen, of those that are open (%1)</source>
        <translation>已打开的数据集中当前显示的一个（%1）</translation>
    </message>
    <message>
        <source>no set is open</source>
        <translation>没有打开数据集</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Train on this set</source>
        <translation>在此数据集上训练(&amp;T)</translation>
    </message>
    <message>
        <source>Starts a new run with the settings of the Train layout</source>
        <translation>以“训练”布局中的设置开始新的运行</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Waits after the running step, or goes on</source>
        <translation>当前步结束后暂停，或继续</translation>
    </message>
    <message>
        <source>Ends after the running step; the run can be resumed</source>
        <translation>当前步结束后停止；该运行可以继续</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Evidence</source>
        <translation>证据(&amp;E)</translation>
    </message>
    <message>
        <source>What the chosen run&apos;s attention is worth: six kinds of figures</source>
        <translation>所选运行的注意力有多可信：六类指标</translation>
    </message>
    <message>
        <source>&amp;Predictions</source>
        <translation>预测(&amp;P)</translation>
    </message>
    <message>
        <source>What the chosen run says of each clip, and another run beside it</source>
        <translation>所选运行对每个片段的预测，以及与另一个运行并列</translation>
    </message>
    <message>
        <source>&amp;Reset this layout</source>
        <translation>恢复此布局(&amp;R)</translation>
    </message>
    <message>
        <source>Docks back to where they were at first</source>
        <translation>各面板恢复到最初的位置</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>跟随桌面(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Da&amp;rk</source>
        <translation>深色(&amp;K)</translation>
    </message>
    <message>
        <source>About MICA Workbench</source>
        <translation>关于 MICA Workbench</translation>
    </message>
    <message>
        <source>&lt;h3&gt;MICA Workbench %1&lt;/h3&gt;&lt;p&gt;Crossmodal attention over video, speech and words, on the clip&apos;s own time line. The model: &lt;i&gt;Attention is not Enough: Mitigating the Distribution Discrepancy in Asynchronous Multimodal Sequence Fusion&lt;/i&gt;, ICCV 2021.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;MICA Workbench %1&lt;/h3&gt;&lt;p&gt;在片段自身的时间轴上查看视频、语音与文字之间的跨模态注意力。模型：&lt;i&gt;Attention is not Enough: Mitigating the Distribution Discrepancy in Asynchronous Multimodal Sequence Fusion&lt;/i&gt;，ICCV 2021。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Free software under the GNU General Public License, version 3 or later, without any warranty.&lt;/p&gt;&lt;p&gt;Made with Qt %1 (LGPL 3), LibTorch (BSD), QCustomPlot (GPL 3), HDF5 (BSD), FFmpeg (LGPL 2.1 and GPL 2), dlib (Boost), aubio (GPL 3), FFTW (GPL 2), eSpeak NG (GPL 3), LIBLINEAR (BSD), Boost.Math (BSL), SQLite (public domain), toml++ (MIT), JSON for Modern C++ (MIT), CLI11 (BSD).&lt;/p&gt;</source>
        <translation>&lt;p&gt;自由软件，依据 GNU 通用公共许可证第 3 版或更高版本发布，不提供任何担保。&lt;/p&gt;&lt;p&gt;使用了 Qt %1 (LGPL 3)、LibTorch (BSD)、QCustomPlot (GPL 3)、HDF5 (BSD)、FFmpeg (LGPL 2.1 和 GPL 2)、dlib (Boost)、aubio (GPL 3)、FFTW (GPL 2)、eSpeak NG (GPL 3)、LIBLINEAR (BSD)、Boost.Math (BSL)、SQLite (公有领域)、toml++ (MIT)、JSON for Modern C++ (MIT)、CLI11 (BSD)。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Features of %1</source>
        <translation>%1 的特征</translation>
    </message>
    <message numerus="yes">
        <source>Features of %n recordings</source>
        <translation>
            <numerusform>%n 个录制文件的特征</numerusform>
        </translation>
    </message>
    <message>
        <source>opened</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>The recordings were not opened; nothing was kept.</source>
        <translation>录制文件没有打开；没有保留任何内容。</translation>
    </message>
    <message>
        <source>Remove own clips</source>
        <translation>移除自有片段</translation>
    </message>
    <message>
        <source>Remove %1? The features made of the recordings are deleted; the recordings stay where they are.</source>
        <translation>移除 %1？由录制文件提取的特征会被删除；录制文件保留在原处。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>%1: cannot be removed (%2).</source>
        <translation>%1：无法移除（%2）。</translation>
    </message>
    <message>
        <source>The set has no clip %1; it may have been made anew.</source>
        <translation>数据集中没有片段 %1；它可能已重新生成。</translation>
    </message>
    <message>
        <source>Open a set</source>
        <translation>打开数据集</translation>
    </message>
    <message>
        <source>Sets (*.h5 *.hdf5);;All files (*)</source>
        <translation>数据集 (*.h5 *.hdf5);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>%1: the set holds no clips.</source>
        <translation>%1：该数据集没有片段。</translation>
    </message>
    <message>
        <source>%1 was open last time and is not there any more.</source>
        <translation>%1 上次是打开的，现在已不存在。</translation>
    </message>
    <message numerus="yes">
        <source>%n sets that were open last time are not there any more: %1</source>
        <translation>
            <numerusform>上次打开的 %n 个数据集已不存在：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening the sets of the last time...</source>
        <translation>正在打开上次的数据集...</translation>
    </message>
    <message numerus="yes">
        <source>Opening %n sets</source>
        <translation>
            <numerusform>正在打开 %n 个数据集</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 - MICA Workbench</source>
        <translation>%1 - MICA Workbench</translation>
    </message>
    <message>
        <source>No set is open. Open one from the File menu, drop files on the window, or make the sample set: drawn faces that speak, with pictures, sound, words and known attention (about a minute).</source>
        <translation>没有打开数据集。请从“文件”菜单打开，将文件拖入窗口，或生成示例数据集：会说话的绘制人脸，带画面、声音、词和已知的注意力（约需一分钟）。</translation>
    </message>
    <message>
        <source>Make the sample set</source>
        <translation>生成示例数据集</translation>
    </message>
    <message>
        <source>Making the sample set. Its progress is shown below.</source>
        <translation>正在生成示例数据集。进度显示在下方。</translation>
    </message>
    <message>
        <source>Sample set</source>
        <translation>示例数据集</translation>
    </message>
    <message>
        <source>made</source>
        <translation>已生成</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>The window speaks this language from its next start on.</source>
        <translation>窗口从下次启动起使用此语言。</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>数据集 %1</translation>
    </message>
    <message>
        <source>clip %1</source>
        <translation>片段 %1</translation>
    </message>
    <message>
        <source>compared with %1</source>
        <translation>对比 %1</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>run %1, %2</source>
        <translation>运行 %1，%2</translation>
    </message>
    <message>
        <source>All heads and layers</source>
        <translation>所有头和层</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>插图</translation>
    </message>
    <message>
        <source>Attention map</source>
        <translation>注意力图</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Predictions: %1</source>
        <translation>预测：%1</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>&amp;Export this view...</source>
        <translation>导出此视图(&amp;E)...</translation>
    </message>
    <message>
        <source>Writes the view with the focus as a picture, numbers or a film</source>
        <translation>将当前焦点所在的视图写成图片、数值或影片</translation>
    </message>
    <message>
        <source>Remo&amp;ve these own clips...</source>
        <translation>移除这些自有片段(&amp;V)...</translation>
    </message>
    <message>
        <source>&amp;What if</source>
        <translation>假设分析(&amp;W)</translation>
    </message>
    <message>
        <source>What the model says when something is kept from it, beside what it says now</source>
        <translation>对模型隐去部分内容时的预测，与现在的预测并列</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假设分析</translation>
    </message>
    <message>
        <source>Wh&amp;at if</source>
        <translation>假设分析(&amp;A)</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>更改：%1</translation>
    </message>
    <message>
        <source>&amp;Go on from an epoch of another run…</source>
        <translation>从另一次运行的某一轮继续(&amp;G)…</translation>
    </message>
    <message>
        <source>A new run that begins where another one stood, with other settings</source>
        <translation>以不同设置从另一次运行所处状态开始的新运行</translation>
    </message>
    <message>
        <source>&amp;Repeat the chosen run</source>
        <translation>重复所选运行(&amp;R)</translation>
    </message>
    <message>
        <source>Trains it once more, with every change that was made while it trained, at the same steps</source>
        <translation>再训练一遍，并在相同的步做当时所做的每一次更改</translation>
    </message>
    <message>
        <source>%1: mean</source>
        <translation>%1：均值</translation>
    </message>
    <message>
        <source>Training stopped at %1: %2. The checkpoint of step %3 is kept.</source>
        <translation>训练停在 %1：%2。第 %3 步的检查点已保留。</translation>
    </message>
    <message>
        <source>Go on from step %1 with learning rate %2</source>
        <translation>从第 %1 步以学习率 %2 继续</translation>
    </message>
    <message>
        <source>A sweep is running</source>
        <translation>扫描正在运行</translation>
    </message>
    <message numerus="yes">
        <source>%n sweeps are running. What shall happen with them?</source>
        <translation>
            <numerusform>有 %n 个扫描正在运行。如何处理？</numerusform>
        </translation>
    </message>
    <message>
        <source>A stopped sweep is saved and can be gone on with. One that goes on is shown again by the next window.</source>
        <translation>停止的扫描会保存，可以继续。继续运行的扫描会在下次打开的窗口中显示。</translation>
    </message>
    <message>
        <source>&amp;Let it go on</source>
        <translation>让它继续(&amp;L)</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Sweeps</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Paper&apos;s tables</source>
        <translation>论文的表格</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n runs are in the trash (folder .trash beside them): %1.</source>
        <translation>
            <numerusform>%n 个运行已移到回收文件夹（旁边的 .trash）：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and others</source>
        <translation>%1 等</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>E&amp;xperiments</source>
        <translation>实验(&amp;X)</translation>
    </message>
    <message>
        <source>The curves of the first %1 runs are shown: more cannot be told apart.</source>
        <translation>只显示前 %1 个运行的曲线：更多就无法分辨。</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 已不存在。</translation>
    </message>
    <message>
        <source>%1 has no checkpoint yet: there is nothing to look at.</source>
        <translation>%1 还没有检查点：没有可查看的内容。</translation>
    </message>
    <message>
        <source>%1 was trained on the set %2 (fingerprint %3), which is not at %4. Copy it there, or say where it is.</source>
        <translation>%1 是在数据集 %2（指纹 %3）上训练的，但 %4 处没有该数据集。请将其复制到那里，或指出其位置。</translation>
    </message>
    <message>
        <source>Find the set...</source>
        <translation>查找数据集...</translation>
    </message>
    <message>
        <source>The set of %1</source>
        <translation>%1 的数据集</translation>
    </message>
    <message>
        <source>%1 is another set than %2 was trained on (fingerprint %3, not %4).</source>
        <translation>%1 不是 %2 训练所用的数据集（指纹为 %3，而非 %4）。</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>All runs in a table, those that are chosen side by side</source>
        <translation>所有运行列在一张表中，选中的并排显示</translation>
    </message>
    <message>
        <source>Report of the r&amp;un...</source>
        <translation>运行报告(&amp;U)...</translation>
    </message>
    <message>
        <source>Writes all that the chosen run tells as one HTML or PDF file</source>
        <translation>把所选运行的全部内容写成一个 HTML 或 PDF 文件</translation>
    </message>
    <message>
        <source>Report of %1</source>
        <translation>%1 的报告</translation>
    </message>
    <message>
        <source>written to %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>报告在 %1。</translation>
    </message>
    <message>
        <source>Report of the run</source>
        <translation>运行报告</translation>
    </message>
    <message>
        <source>HTML file (*.html);;PDF file (*.pdf)</source>
        <translation>HTML 文件 (*.html);;PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>A report is an HTML or a PDF file: end its name in .html or .pdf.</source>
        <translation>报告是 HTML 或 PDF 文件：文件名应以 .html 或 .pdf 结尾。</translation>
    </message>
</context>
<context>
    <name>mica::MapAxis</name>
    <message>
        <source>word %1 “%2”</source>
        <translation>第 %1 个词“%2”</translation>
    </message>
    <message>
        <source>%1 (masked)</source>
        <translation>%1（被掩蔽）</translation>
    </message>
    <message>
        <source>word %1</source>
        <translation>第 %1 个词</translation>
    </message>
    <message>
        <source>video step %1</source>
        <translation>第 %1 视频步</translation>
    </message>
    <message>
        <source>sound step %1</source>
        <translation>第 %1 声音步</translation>
    </message>
    <message>
        <source> (flagged)</source>
        <translation>（已标记）</translation>
    </message>
    <message>
        <source>%1, %2-%3 s</source>
        <translation>%1，%2-%3 秒</translation>
    </message>
    <message>
        <source>%1, time unknown</source>
        <translation>%1，时间未知</translation>
    </message>
</context>
<context>
    <name>mica::MapDeck</name>
    <message>
        <source>Attention map, while it has the focus</source>
        <translation>注意力图（获得焦点时）</translation>
    </message>
    <message>
        <source>Up, Down	freezes the row above or below</source>
        <translation>上, 下	固定上一行或下一行</translation>
    </message>
    <message>
        <source>Enter	freezes the row that is lit</source>
        <translation>回车	固定高亮的行</translation>
    </message>
    <message>
        <source>Escape	lets the row go</source>
        <translation>Esc	取消固定</translation>
    </message>
    <message>
        <source>Page up, Page down	scrolls rows</source>
        <translation>Page Up, Page Down	滚动行</translation>
    </message>
    <message>
        <source>Ctrl+Up, Ctrl+Down	zooms rows</source>
        <translation>Ctrl+上, Ctrl+下	缩放行</translation>
    </message>
    <message>
        <source>Shift+wheel, Ctrl+Shift+wheel	scrolls and zooms rows</source>
        <translation>Shift+滚轮, Ctrl+Shift+滚轮	滚动和缩放行</translation>
    </message>
    <message>
        <source>All heads and layers, while they have the focus</source>
        <translation>所有头和层（获得焦点时）</translation>
    </message>
    <message>
        <source>Arrow keys	go from one small map to the next</source>
        <translation>方向键	在小图之间移动</translation>
    </message>
    <message>
        <source>Enter, click	shows it large</source>
        <translation>回车, 点击	放大显示</translation>
    </message>
    <message>
        <source>Figure, while it has the focus</source>
        <translation>插图（获得焦点时）</translation>
    </message>
    <message>
        <source>Up, Down	lights the word before or after</source>
        <translation>上, 下	突出前一个或后一个词</translation>
    </message>
    <message>
        <source>Click	on a word lights it, on a picture goes there</source>
        <translation>点击	点词突出显示，点画面转到该处</translation>
    </message>
    <message>
        <source>%1, epoch %2, layer %3</source>
        <translation>%1，第 %2 轮，第 %3 层</translation>
    </message>
    <message>
        <source>This run has no attention %1 in layer %2.</source>
        <translation>该运行在第 %2 层没有 %1 的注意力。</translation>
    </message>
    <message>
        <source>Between %1 and %2 there is nothing to attend to. %3</source>
        <translation>%1 与 %2 之间没有可关注的内容。%3</translation>
    </message>
    <message>
        <source>First: %1   less second: %2</source>
        <translation>第一张：%1   减第二张：%2</translation>
    </message>
    <message>
        <source>mean of all heads</source>
        <translation>所有头的平均</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>第 %1 头</translation>
    </message>
    <message>
        <source>clip %1</source>
        <translation>片段 %1</translation>
    </message>
    <message>
        <source>lines: the %1 strongest sources of each target, by weight</source>
        <translation>连线：每个目标最强的 %1 个源，粗细表示权重</translation>
    </message>
    <message>
        <source>%1, epoch %2, layer %3, changed</source>
        <translation>%1，第 %2 轮，第 %3 层，更改后</translation>
    </message>
    <message>
        <source>This run has no crossmodal attention: it was trained on one stream alone.</source>
        <translation>该运行没有跨模态注意力：它只用一个模态流训练。</translation>
    </message>
    <message>
        <source>Small maps of the first: %1</source>
        <translation>第一张的小图：%1</translation>
    </message>
    <message>
        <source>The two runs have no small maps of the same steps and heads to subtract.</source>
        <translation>这两个运行没有步和头相同、可以相减的小图。</translation>
    </message>
</context>
<context>
    <name>mica::MapGrid</name>
    <message>
        <source>No attention yet: train a model or open a run</source>
        <translation>还没有注意力：请训练模型或打开一个运行</translation>
    </message>
    <message>
        <source>All heads and layers</source>
        <translation>所有头和层</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>第 %1 头</translation>
    </message>
    <message>
        <source>Layer %1, mean of all heads. Click or Enter: show it large</source>
        <translation>第 %1 层，所有头的平均。点击或回车：放大显示</translation>
    </message>
    <message>
        <source>Layer %1, head %2. Click or Enter: show it large</source>
        <translation>第 %1 层，第 %2 头。点击或回车：放大显示</translation>
    </message>
    <message>
        <source>less</source>
        <translation>更少地</translation>
    </message>
    <message>
        <source>more in the first, of each row&apos;s largest difference</source>
        <translation>第一张较多，相对于每行的最大差值</translation>
    </message>
    <message>
        <source>more in the first, of each small map&apos;s largest difference</source>
        <translation>第一张较多，相对于每张小图的最大差值</translation>
    </message>
    <message>
        <source>the largest weight of each row</source>
        <translation>每行的最大权重</translation>
    </message>
    <message>
        <source>the largest weight of each small map</source>
        <translation>每张小图的最大权重</translation>
    </message>
    <message>
        <source>, log</source>
        <translation>，对数</translation>
    </message>
    <message>
        <source>; faded: outside %1 % of the row</source>
        <translation>；淡化：在该行的 %1 % 之外</translation>
    </message>
</context>
<context>
    <name>mica::MapMenu</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Show the &amp;map</source>
        <translation>显示注意力图(&amp;M)</translation>
    </message>
    <message>
        <source>Show &amp;all heads and layers</source>
        <translation>显示所有头和层(&amp;A)</translation>
    </message>
    <message>
        <source>Show the &amp;figure</source>
        <translation>显示插图(&amp;F)</translation>
    </message>
    <message>
        <source>Next &amp;pair</source>
        <translation>下一个模态对(&amp;P)</translation>
    </message>
    <message>
        <source>Previous pair</source>
        <translation>上一个模态对</translation>
    </message>
    <message>
        <source>Next &amp;layer</source>
        <translation>下一层(&amp;L)</translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation>上一层</translation>
    </message>
    <message>
        <source>Next &amp;head</source>
        <translation>下一个头(&amp;H)</translation>
    </message>
    <message>
        <source>Previous head</source>
        <translation>上一个头</translation>
    </message>
    <message>
        <source>&amp;Scale: linear or logarithmic</source>
        <translation>标度：线性或对数(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normalise the map or each row</source>
        <translation>按全图或每行归一化(&amp;N)</translation>
    </message>
    <message>
        <source>Threshold: keep l&amp;ess of each row&apos;s mass</source>
        <translation>阈值：每行保留较少质量(&amp;E)</translation>
    </message>
    <message>
        <source>Threshold: keep more</source>
        <translation>阈值：保留较多</translation>
    </message>
    <message>
        <source>Outline &amp;W, gamma&apos;s selection</source>
        <translation>勾画 &amp;W：gamma 的选择</translation>
    </message>
    <message>
        <source>Outline &amp;V, its propagation</source>
        <translation>勾画 &amp;V：其传播</translation>
    </message>
    <message>
        <source>Outline the &amp;truth</source>
        <translation>勾画真值(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Compare: nothing, side by side, difference</source>
        <translation>比较：无、并排、差值(&amp;C)</translation>
    </message>
    <message>
        <source>Compare MICA | &amp;backbone | MulT</source>
        <translation>比较 MICA | 骨干(&amp;B) | MulT</translation>
    </message>
    <message>
        <source>Next kept ep&amp;och</source>
        <translation>下一个保留的轮次(&amp;O)</translation>
    </message>
    <message>
        <source>Previous kept epoch</source>
        <translation>上一个保留的轮次</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>注意力图(&amp;M)</translation>
    </message>
</context>
<context>
    <name>mica::MessageBar</name>
    <message>
        <source>Dismiss this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>mica::Metric</name>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Mean absolute error: mean |p - y|</source>
        <translation>平均绝对误差：|p - y| 的平均</translation>
    </message>
    <message>
        <source>Corr</source>
        <translation>Corr</translation>
    </message>
    <message>
        <source>Pearson correlation of prediction and truth</source>
        <translation>预测与真值的皮尔逊相关系数</translation>
    </message>
    <message>
        <source>Acc_7</source>
        <translation>Acc_7</translation>
    </message>
    <message>
        <source>Share of samples whose rounded value in [-3, 3] is right (half to even, zeros included)</source>
        <translation>取整后在 [-3, 3] 内正确的样本比例（半数向偶数取整，包括零）</translation>
    </message>
    <message>
        <source>Acc_5</source>
        <translation>Acc_5</translation>
    </message>
    <message>
        <source>Share of samples whose rounded value in [-2, 2] is right (half to even, zeros included)</source>
        <translation>取整后在 [-2, 2] 内正确的样本比例（半数向偶数取整，包括零）</translation>
    </message>
    <message>
        <source>Acc_2 (non0)</source>
        <translation>Acc_2 (non0)</translation>
    </message>
    <message>
        <source>Share of right signs, [p &gt; 0] = [y &gt; 0], over samples with y other than 0</source>
        <translation>符号正确的比例，[p &gt; 0] = [y &gt; 0]，仅计 y 不为 0 的样本</translation>
    </message>
    <message>
        <source>F1 (non0)</source>
        <translation>F1 (non0)</translation>
    </message>
    <message>
        <source>F1 of the sign, classes weighted by their true number, samples with y other than 0</source>
        <translation>符号的 F1，按各类的真实数量加权，仅计 y 不为 0 的样本</translation>
    </message>
    <message>
        <source>F1 (non0, MulT-compatible)</source>
        <translation>F1（non0，与 MulT 一致）</translation>
    </message>
    <message>
        <source>F1 of the sign, classes weighted by their predicted number as the public MulT code does</source>
        <translation>符号的 F1，按各类的预测数量加权，与公开的 MulT 代码相同</translation>
    </message>
    <message>
        <source>Acc_2 (has0)</source>
        <translation>Acc_2 (has0)</translation>
    </message>
    <message>
        <source>Share of right signs, [p &gt;= 0] = [y &gt;= 0], over all samples</source>
        <translation>符号正确的比例，[p &gt;= 0] = [y &gt;= 0]，计所有样本</translation>
    </message>
    <message>
        <source>F1 (has0)</source>
        <translation>F1 (has0)</translation>
    </message>
    <message>
        <source>F1 of the sign with 0 as positive, classes weighted by their true number</source>
        <translation>符号的 F1，0 视为正，按各类的真实数量加权</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Share of samples whose most probable class is right</source>
        <translation>最可能的类别正确的样本比例</translation>
    </message>
    <message>
        <source>F1 (weighted)</source>
        <translation>F1（加权）</translation>
    </message>
    <message>
        <source>Mean of the classes&apos; F1, weighted by their true number</source>
        <translation>各类 F1 的平均，按真实数量加权</translation>
    </message>
    <message>
        <source>F1 (macro)</source>
        <translation>F1（宏平均）</translation>
    </message>
    <message>
        <source>Plain mean of the classes&apos; F1</source>
        <translation>各类 F1 的简单平均</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Mean of -log p(true class), in nats</source>
        <translation>-log p(真实类别) 的平均，单位 nat</translation>
    </message>
    <message>
        <source>Majority class</source>
        <translation>多数类</translation>
    </message>
    <message>
        <source>Accuracy of always saying the commonest class</source>
        <translation>总是预测最常见类别时的准确率</translation>
    </message>
    <message>
        <source>Accuracy (mean of emotions)</source>
        <translation>准确率（各情绪平均）</translation>
    </message>
    <message>
        <source>Mean of the four emotions&apos; accuracies</source>
        <translation>四种情绪准确率的平均</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Total loss on the split</source>
        <translation>该划分上的总损失</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>越高越好</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>越低越好</translation>
    </message>
</context>
<context>
    <name>mica::OpenSets</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>mica::Option</name>
    <message>
        <source>features per step inside the network; a multiple of heads</source>
        <translation>网络内每步的特征数；须为 heads 的倍数</translation>
    </message>
    <message>
        <source>attention heads of every block</source>
        <translation>每个块的注意力头数</translation>
    </message>
    <message>
        <source>crossmodal layers D</source>
        <translation>跨模态层数 D</translation>
    </message>
    <message>
        <source>self-attention layers per target; 0: max(layers, 3)</source>
        <translation>每个目标的自注意力层数；0：max(layers, 3)</translation>
    </message>
    <message>
        <source>width of the temporal convolution over text steps</source>
        <translation>文本步上时间卷积的宽度</translation>
    </message>
    <message>
        <source>width of the temporal convolution over vision steps</source>
        <translation>视觉步上时间卷积的宽度</translation>
    </message>
    <message>
        <source>width of the temporal convolution over audio steps</source>
        <translation>音频步上时间卷积的宽度</translation>
    </message>
    <message>
        <source>bias of the merging gate: T x d as in the paper, or d (any sequence length)</source>
        <translation>融合门控的偏置：如论文为 T x d，或 d（任意序列长度）</translation>
    </message>
    <message>
        <source>masked: padding never changes a result; reference: every padded step counts as real</source>
        <translation>masked：填充从不影响结果；reference：每个填充步都当作真实步</translation>
    </message>
    <message>
        <source>hide later source steps from a target step, as MulT does</source>
        <translation>对目标步隐藏其后的源步，与 MulT 相同</translation>
    </message>
    <message>
        <source>what the position code counts: steps, or the step&apos;s middle in seconds (needs times)</source>
        <translation>位置编码计数的对象：步，或步的中点（秒，需要时间）</translation>
    </message>
    <message>
        <source>positions = time: positions per second</source>
        <translation>positions = time：每秒的位置数</translation>
    </message>
    <message>
        <source>inside every block (residual and ReLU)</source>
        <translation>每个块内部（残差与 ReLU）</translation>
    </message>
    <message>
        <source>on embedded sequences, after scale and positions</source>
        <translation>作用于嵌入序列，在缩放和位置编码之后</translation>
    </message>
    <message>
        <source>on raw text features</source>
        <translation>作用于原始文本特征</translation>
    </message>
    <message>
        <source>on attention weights over text and in memory blocks</source>
        <translation>作用于文本上的注意力权重以及记忆块中</translation>
    </message>
    <message>
        <source>inside the output block</source>
        <translation>输出块内部</translation>
    </message>
    <message>
        <source>marginal alignment L_m</source>
        <translation>边缘分布对齐 L_m</translation>
    </message>
    <message>
        <source>element alignment L_e</source>
        <translation>元素级对齐 L_e</translation>
    </message>
    <message>
        <source>V is the union of W over layers; false: W in place of V</source>
        <translation>V 为各层 W 的并集；false：以 W 代替 V</translation>
    </message>
    <message>
        <source>weight of L_m</source>
        <translation>L_m 的权重</translation>
    </message>
    <message>
        <source>weight of L_e</source>
        <translation>L_e 的权重</translation>
    </message>
    <message>
        <source>share of cells selected by L_e</source>
        <translation>L_e 选中的单元格比例</translation>
    </message>
    <message>
        <source>L_m per head, or over all heads at once</source>
        <translation>L_m 按头计算，或所有头一起计算</translation>
    </message>
    <message>
        <source>rows: an even stride down to mmd_rows a side; exact: quadratic; random_features: linear</source>
        <translation>rows：等间隔抽取到每侧 mmd_rows 个；exact：平方复杂度；random_features：线性</translation>
    </message>
    <message>
        <source>elements a side used by the estimator rows</source>
        <translation>估计量 rows 每侧使用的元素数</translation>
    </message>
    <message>
        <source>frequencies of random_features, a fifth for each bandwidth</source>
        <translation>random_features 的频率数，每个带宽占五分之一</translation>
    </message>
    <message>
        <source>L_e divided by |V| and averaged, or the printed sum</source>
        <translation>L_e 除以 |V| 并取平均，或论文所印的求和</translation>
    </message>
    <message>
        <source>raw: |q - k|^2; relative: divided by the mean |q|^2 + mean |k|^2 of that sample and head</source>
        <translation>raw：|q - k|^2；relative：除以该样本和该头的 |q|^2 平均 + |k|^2 平均</translation>
    </message>
    <message>
        <source>fused: no matrix of cells is ever stored; plain: the same as tensor operations, to compare</source>
        <translation>fused：从不存储单元格矩阵；plain：以张量运算实现相同内容，用于对照</translation>
    </message>
    <message>
        <source>where training computes; auto: CUDA where it can, else the CPU</source>
        <translation>训练所用的设备；auto：可用时用 CUDA，否则用 CPU</translation>
    </message>
    <message>
        <source>passes over the training split</source>
        <translation>遍历训练集的次数</translation>
    </message>
    <message>
        <source>clips per step</source>
        <translation>每步的片段数</translation>
    </message>
    <message>
        <source>peak learning rate</source>
        <translation>最高学习率</translation>
    </message>
    <message>
        <source>adam: decay added to the gradient; adamw: decoupled</source>
        <translation>adam：权重衰减加到梯度上；adamw：解耦</translation>
    </message>
    <message>
        <source>of every weight with two or more dimensions</source>
        <translation>作用于二维及以上的权重</translation>
    </message>
    <message>
        <source>largest gradient norm; 0: no limit</source>
        <translation>梯度范数上限；0：不限</translation>
    </message>
    <message>
        <source>how the learning rate falls</source>
        <translation>学习率如何下降</translation>
    </message>
    <message>
        <source>epochs without a better validation loss before a fall</source>
        <translation>验证损失无改善多少轮后降低</translation>
    </message>
    <message>
        <source>what the learning rate is multiplied by then</source>
        <translation>届时学习率所乘的系数</translation>
    </message>
    <message>
        <source>steps over which the learning rate rises from 0</source>
        <translation>学习率从 0 升起所用的步数</translation>
    </message>
    <message>
        <source>auto: l1 for regression, cross_entropy for classes; cross_entropy on a regression set: its labels&apos; nearest whole numbers as classes</source>
        <translation>auto：回归用 l1，分类用 cross_entropy；在回归数据集上用 cross_entropy：以标签最近的整数为类别</translation>
    </message>
    <message>
        <source>the best epoch has the lowest validation L_p, or the best MAE or accuracy</source>
        <translation>最佳轮次为验证 L_p 最低者，或 MAE 或准确率最好者</translation>
    </message>
    <message>
        <source>epochs without a better score before the end; 0: off</source>
        <translation>得分无改善多少轮后结束；0：关闭</translation>
    </message>
    <message>
        <source>measure the A-distance on validation every so many epochs; 0: only at the end, on test</source>
        <translation>每隔多少轮在验证集上测量 A-距离；0：仅在结束时于测试集上测量</translation>
    </message>
    <message>
        <source>keep a checkpoint of the untrained model and of every so many epochs; 0: only best and last</source>
        <translation>保留未训练模型以及每隔多少轮的检查点；0：仅保留最佳和最后</translation>
    </message>
    <message>
        <source>epochs whose attention of watched clips stays in the run folder, evenly thinned; 0: none</source>
        <translation>在运行文件夹中保留所观察片段注意力的轮数，均匀稀疏；0：不保留</translation>
    </message>
    <message>
        <source>clips whose attention is kept, by id, with commas between; empty: the one on screen, or the first of the test split</source>
        <translation>保留注意力的片段，按标识、以逗号分隔；留空：屏幕上的片段，或测试集的第一个</translation>
    </message>
    <message>
        <source>streams the model sees: L text, V vision, A audio</source>
        <translation>模型可见的模态流：L 文本，V 视觉，A 音频</translation>
    </message>
    <message>
        <source>train: vision and audio standardised with the training split&apos;s mean and deviation</source>
        <translation>train：视觉和音频按训练集的均值和标准差标准化</translation>
    </message>
    <message>
        <source>the same for text features</source>
        <translation>文本特征同样处理</translation>
    </message>
    <message>
        <source>text steps kept, from the start; 0: all</source>
        <translation>保留的文本步数，从开头算起；0：全部</translation>
    </message>
    <message>
        <source>vision steps kept, from the start; 0: all</source>
        <translation>保留的视觉步数，从开头算起；0：全部</translation>
    </message>
    <message>
        <source>audio steps kept, from the start; 0: all</source>
        <translation>保留的音频步数，从开头算起；0：全部</translation>
    </message>
    <message>
        <source>clips of similar length share a batch, so that little is padded; false: the plain shuffled order</source>
        <translation>长度相近的片段放在同一批次，以减少填充；false：普通的随机顺序</translation>
    </message>
    <message>
        <source>clips kept in memory, up to this size; the others are read anew each time</source>
        <translation>保存在内存中的片段，最多到此大小；其余每次重新读取</translation>
    </message>
    <message>
        <source>streams that feature_noise and mask_spans change</source>
        <translation>feature_noise 和 mask_spans 所改变的模态流</translation>
    </message>
    <message>
        <source>normal noise, in deviations of each feature</source>
        <translation>正态噪声，以每个特征的标准差为单位</translation>
    </message>
    <message>
        <source>spans of time set to the mean, per clip and stream</source>
        <translation>每个片段、每个模态流中设为均值的时间段数</translation>
    </message>
    <message>
        <source>longest such span in seconds (0.04 s a step where times are unknown)</source>
        <translation>这类时间段的最大长度，秒（时间未知时每步 0.04 秒）</translation>
    </message>
    <message>
        <source>largest common shift of all streams in seconds, either way</source>
        <translation>所有模态流共同平移的最大量，秒，正负方向</translation>
    </message>
    <message>
        <source>Training: length and choice</source>
        <translation>训练：长度与选择</translation>
    </message>
    <message>
        <source>Training: optimiser</source>
        <translation>训练：优化器</translation>
    </message>
    <message>
        <source>Training: how it is computed</source>
        <translation>训练：计算方式</translation>
    </message>
    <message>
        <source>Training: further settings</source>
        <translation>训练：其他设置</translation>
    </message>
    <message>
        <source>Model: dropout</source>
        <translation>模型：dropout</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>save where training stands after so many</source>
        <translation>每隔这么多轮保存训练状态</translation>
    </message>
    <message>
        <source>and inside long epochs this often</source>
        <translation>在较长的轮次内按此间隔保存</translation>
    </message>
    <message>
        <source>also write event files for TensorBoard in the run folder</source>
        <translation>同时在运行文件夹中写入 TensorBoard 事件文件</translation>
    </message>
    <message>
        <source>balanced: a class weighs clips / (classes x its clips), counted on the training split</source>
        <translation>balanced：类别权重为 片段数 /（类别数 x 该类片段数），按训练划分计数</translation>
    </message>
    <message>
        <source>Training: schedule</source>
        <translation>训练：调度</translation>
    </message>
    <message>
        <source>Training: measured and kept</source>
        <translation>训练：测量与保留</translation>
    </message>
    <message>
        <source>mixed: matrix products of the blocks in bfloat16, on a GPU; the rest in single precision</source>
        <translation>mixed：各模块的矩阵乘积在 GPU 上以 bfloat16 计算；其余为单精度</translation>
    </message>
</context>
<context>
    <name>mica::OutcomeFilters</name>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Wrong only</source>
        <translation>仅错误</translation>
    </message>
    <message>
        <source>Sign flipped</source>
        <translation>符号相反</translation>
    </message>
    <message>
        <source>Search clips and words</source>
        <translation>搜索片段和词</translation>
    </message>
    <message>
        <source>Search predictions</source>
        <translation>搜索预测</translation>
    </message>
    <message>
        <source>Every part typed must occur in the name, the group, the words, the label or the notes (Alt+Shift+F)</source>
        <translation>输入的每个部分都必须出现在名称、组、词、标签或备注中（Alt+Shift+F）</translation>
    </message>
    <message>
        <source>Split shown</source>
        <translation>显示的划分</translation>
    </message>
    <message>
        <source>Which part of the set is listed, drawn and compared (Alt+Shift+S)</source>
        <translation>列出、绘制和比较数据集的哪个部分（Alt+Shift+S）</translation>
    </message>
    <message>
        <source>all splits</source>
        <translation>所有划分</translation>
    </message>
    <message>
        <source>no split</source>
        <translation>未划分</translation>
    </message>
    <message>
        <source>Lists only clips with this label</source>
        <translation>只列出带此标签的片段</translation>
    </message>
    <message>
        <source>Lists only clips that are wrong by the chosen measure (Alt+Shift+W)</source>
        <translation>只列出按所选指标错误的片段（Alt+Shift+W）</translation>
    </message>
    <message>
        <source>Lists only clips whose prediction has the other sign than the label (Alt+Shift+G)</source>
        <translation>只列出预测与标签符号相反的片段（Alt+Shift+G）</translation>
    </message>
    <message>
        <source>any label</source>
        <translation>任意标签</translation>
    </message>
</context>
<context>
    <name>mica::OutcomeModel</name>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>The clip&apos;s name in the set</source>
        <translation>片段在数据集中的名称</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>真值</translation>
    </message>
    <message>
        <source>The clip&apos;s label</source>
        <translation>片段的标签</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>What the run says: %1</source>
        <translation>该运行的预测：%1</translation>
    </message>
    <message>
        <source>A: error</source>
        <translation>A：误差</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>1 - probability of the true class; of several parts their mean</source>
        <translation>1 - 真实类别的概率；多个分量时取平均</translation>
    </message>
    <message>
        <source>Prediction - truth; sorted by its size</source>
        <translation>预测 - 真值；按绝对值排序</translation>
    </message>
    <message>
        <source>A: verdict</source>
        <translation>A：判定</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Right or wrong by the chosen measure</source>
        <translation>按所选指标正确或错误</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Probability of what is predicted; of several parts the least</source>
        <translation>所预测结果的概率；多个分量时取最小</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>What the other run says: %1</source>
        <translation>另一个运行的预测：%1</translation>
    </message>
    <message>
        <source>B: error</source>
        <translation>B：误差</translation>
    </message>
    <message>
        <source>The other run&apos;s error, in the same way</source>
        <translation>另一个运行的误差，计算方式相同</translation>
    </message>
    <message>
        <source>Who is right</source>
        <translation>谁正确</translation>
    </message>
    <message>
        <source>Which of the two runs gets the clip right</source>
        <translation>两个运行中哪个对该片段预测正确</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Part of the set: train, validation or test</source>
        <translation>数据集的部分：训练、验证或测试</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>所说的内容</translation>
    </message>
    <message>
        <source>%1; click to sort by it</source>
        <translation>%1；点击按此排序</translation>
    </message>
</context>
<context>
    <name>mica::Outcomes</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>从 %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>both right</source>
        <translation>都正确</translation>
    </message>
    <message>
        <source>only A</source>
        <translation>仅 A</translation>
    </message>
    <message>
        <source>only B</source>
        <translation>仅 B</translation>
    </message>
    <message>
        <source>both wrong</source>
        <translation>都错误</translation>
    </message>
    <message>
        <source>the class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>7 classes (Acc_7)</source>
        <translation>7 类（Acc_7）</translation>
    </message>
    <message>
        <source>5 classes (Acc_5)</source>
        <translation>5 类（Acc_5）</translation>
    </message>
    <message>
        <source>sign, without 0 (Acc_2 non0)</source>
        <translation>符号，不含 0（Acc_2 non0）</translation>
    </message>
    <message>
        <source>sign, with 0 (Acc_2 has0)</source>
        <translation>符号，含 0（Acc_2 has0）</translation>
    </message>
    <message>
        <source>The most probable class is the true one</source>
        <translation>最可能的类别就是真实类别</translation>
    </message>
    <message>
        <source>Truth and prediction, cut to [-3, 3], round to the same whole number (half to even)</source>
        <translation>真值与预测截断到 [-3, 3] 后取整为同一整数（半数向偶数）</translation>
    </message>
    <message>
        <source>Truth and prediction, cut to [-2, 2], round to the same whole number (half to even)</source>
        <translation>真值与预测截断到 [-2, 2] 后取整为同一整数（半数向偶数）</translation>
    </message>
    <message>
        <source>[p &gt; 0] = [y &gt; 0]; clips with y = 0 are not counted</source>
        <translation>[p &gt; 0] = [y &gt; 0]；y = 0 的片段不计入</translation>
    </message>
    <message>
        <source>[p &gt;= 0] = [y &gt;= 0], all clips</source>
        <translation>[p &gt;= 0] = [y &gt;= 0]，所有片段</translation>
    </message>
    <message>
        <source>truth %1</source>
        <translation>真值 %1</translation>
    </message>
    <message>
        <source>prediction %1</source>
        <translation>预测 %1</translation>
    </message>
    <message>
        <source>error %1</source>
        <translation>误差 %1</translation>
    </message>
</context>
<context>
    <name>mica::PairHistogram</name>
    <message>
        <source>Two distributions</source>
        <translation>两个分布</translation>
    </message>
    <message>
        <source>%1 to %2: %3 %4 %, %5 %6 %</source>
        <translation>%1 到 %2：%3 %4 %，%5 %6 %</translation>
    </message>
    <message>
        <source>Nothing to count</source>
        <translation>没有可计数的内容</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 (median %2)</source>
        <translation>%1（中位数 %2）</translation>
    </message>
</context>
<context>
    <name>mica::PairTable</name>
    <message>
        <source>not defined</source>
        <translation>未定义</translation>
    </message>
    <message>
        <source>%1 % interval %2 to %3</source>
        <translation>%1 % 区间 %2 到 %3</translation>
    </message>
    <message>
        <source>1 - p(true class), n = %1: A %2, B %3, A - B %4, %5, effect d_z %6</source>
        <translation>1 - p(真实类别)，n = %1：A %2，B %3，A - B %4，%5，效应量 d_z %6</translation>
    </message>
    <message>
        <source>Absolute error, n = %1: A %2, B %3, A - B %4, %5, effect d_z %6</source>
        <translation>绝对误差，n = %1：A %2，B %3，A - B %4，%5，效应量 d_z %6</translation>
    </message>
    <message>
        <source>Paired permutation test (all signs), two-sided: %1</source>
        <translation>配对置换检验（全部符号），双侧：%1</translation>
    </message>
    <message>
        <source>Paired permutation test (%1 drawn signs, seed %2), two-sided: %3</source>
        <translation>配对置换检验（抽取 %1 组符号，种子 %2），双侧：%3</translation>
    </message>
    <message>
        <source>Wilcoxon&apos;s signed ranks (%1, %2 unequal pairs), two-sided: %3; rank correlation %4</source>
        <translation>Wilcoxon 符号秩检验（%1，%2 个不等的对），双侧：%3；秩相关 %4</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>normal approximation</source>
        <translation>正态近似</translation>
    </message>
    <message>
        <source>Training clips are among these: both runs have learnt them. Choose the test split.</source>
        <translation>其中有训练片段：两个运行都学习过它们。请选择测试集。</translation>
    </message>
    <message>
        <source>These are not test clips: the best epoch was chosen by validation. Choose the test split.</source>
        <translation>这些不是测试片段：最佳轮次是按验证集选择的。请选择测试集。</translation>
    </message>
    <message>
        <source>%1 that only one run has predicted</source>
        <translation>%1 个只有一个运行做过预测</translation>
    </message>
    <message>
        <source>%1 without a label</source>
        <translation>%1 个没有标签</translation>
    </message>
    <message>
        <source>%1 that the measure does not count</source>
        <translation>%1 个不被该指标计入</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>未计入：%1。</translation>
    </message>
    <message>
        <source>Intervals: bootstrap of clips, %1 resamples, seed %2. One small p among many settings, seeds or measures proves little; clips of one video or speaker are not independent, which makes p too small.</source>
        <translation>区间：对片段做自助法，重抽样 %1 次，种子 %2。在许多设置、种子或指标中出现一个小的 p 值说明不了什么；同一视频或说话人的片段并不独立，会使 p 值偏小。</translation>
    </message>
    <message>
        <source>Paired tests</source>
        <translation>配对检验</translation>
    </message>
    <message>
        <source>B right</source>
        <translation>B 正确</translation>
    </message>
    <message>
        <source>B wrong</source>
        <translation>B 错误</translation>
    </message>
    <message>
        <source>A right</source>
        <translation>A 正确</translation>
    </message>
    <message>
        <source>A wrong</source>
        <translation>A 错误</translation>
    </message>
    <message>
        <source>Lists the clips: %1; once more: all again (Alt+Shift+%2)</source>
        <translation>列出片段：%1；再按一次：恢复全部（Alt+Shift+%2）</translation>
    </message>
    <message>
        <source>A: %1
B: %2</source>
        <translation>A：%1
B：%2</translation>
    </message>
    <message>
        <source>%1
%2 (%3 %)</source>
        <translation>%1
%2（%3 %）</translation>
    </message>
    <message>
        <source>The tests are being computed...</source>
        <translation>正在计算检验...</translation>
    </message>
    <message>
        <source>Right by %1, n = %2: A - B %3, %4; McNemar&apos;s exact test, two-sided: %5</source>
        <translation>按%1正确，n = %2：A - B %3，%4；McNemar 精确检验，双侧：%5</translation>
    </message>
    <message>
        <source>Tests of the %1 split, whatever is searched for:</source>
        <translation>%1上的检验，与搜索无关：</translation>
    </message>
    <message>
        <source>Tests of all splits, whatever is searched for:</source>
        <translation>所有划分上的检验，与搜索无关：</translation>
    </message>
</context>
<context>
    <name>mica::Palette</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Vision</source>
        <translation>视觉</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>视觉</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>音频</translation>
    </message>
</context>
<context>
    <name>mica::PaperPanel</name>
    <message>
        <source>All fi&amp;gures</source>
        <translation>全部指标(&amp;G)</translation>
    </message>
    <message>
        <source>F&amp;older...</source>
        <translation>文件夹(&amp;O)...</translation>
    </message>
    <message>
        <source>Ta&amp;ble:</source>
        <translation>表格(&amp;B)：</translation>
    </message>
    <message>
        <source>S&amp;et of the runs:</source>
        <translation>运行的数据集(&amp;E)：</translation>
    </message>
    <message>
        <source>Table 2: CMU-MOSI</source>
        <translation>表 2：CMU-MOSI</translation>
    </message>
    <message>
        <source>Table 3: CMU-MOSEI</source>
        <translation>表 3：CMU-MOSEI</translation>
    </message>
    <message>
        <source>Table 4: IEMOCAP</source>
        <translation>表 4：IEMOCAP</translation>
    </message>
    <message>
        <source>Table 5: ablation</source>
        <translation>表 5：消融实验</translation>
    </message>
    <message>
        <source>Table 6: crossmodal alignment</source>
        <translation>表 6：跨模态对齐</translation>
    </message>
    <message>
        <source>Table of the paper</source>
        <translation>论文的表格</translation>
    </message>
    <message>
        <source>Which table of the paper is filled from the runs (%1)</source>
        <translation>用运行填写论文的哪张表格 (%1)</translation>
    </message>
    <message>
        <source>Set of the runs</source>
        <translation>运行的数据集</translation>
    </message>
    <message>
        <source>Runs of one set stand in a table; which one, where there are several (%1)</source>
        <translation>一张表格只含一个数据集的运行；有多个时选择哪一个 (%1)</translation>
    </message>
    <message>
        <source>Every figure of the protocol, not only those of the paper&apos;s table (%1)</source>
        <translation>协议的全部指标，而不只是论文表格中的 (%1)</translation>
    </message>
    <message>
        <source>Another folder with runs below it (%1)</source>
        <translation>另一个含有运行的文件夹 (%1)</translation>
    </message>
    <message>
        <source>The runs have not been read yet.</source>
        <translation>尚未读取运行。</translation>
    </message>
    <message>
        <source>The table was not made</source>
        <translation>表格未生成</translation>
    </message>
    <message>
        <source>it was stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Folder with runs</source>
        <translation>含有运行的文件夹</translation>
    </message>
    <message>
        <source>Reading the runs</source>
        <translation>正在读取运行</translation>
    </message>
    <message>
        <source>The table could not be made</source>
        <translation>无法生成表格</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>There are no runs in this folder yet. Train the systems of the table here or with mica table.</source>
        <translation>此文件夹中还没有运行。请在这里或用 mica table 训练表格中的系统。</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n run(s) in this folder is finished.</source>
        <translation>
            <numerusform>此文件夹中的 %n 个运行均未完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the &amp;published figures alone</source>
        <translation>只显示已发表的数值(&amp;P)</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
</context>
<context>
    <name>mica::PaperTableView</name>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Save...</source>
        <translation>保存(&amp;S)...</translation>
    </message>
    <message>
        <source>The table: systems by figures</source>
        <translation>表格：各系统的指标</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>LaTeX</source>
        <translation>LaTeX</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Format of the copied or saved table</source>
        <translation>复制或保存的表格格式</translation>
    </message>
    <message>
        <source>&amp;Written as:</source>
        <translation>格式(&amp;W)：</translation>
    </message>
    <message>
        <source>What the table is copied or saved as (%1)</source>
        <translation>表格以何种格式复制或保存 (%1)</translation>
    </message>
    <message>
        <source>The whole table, its notes included, to the clipboard (%1)</source>
        <translation>整张表格连同注释复制到剪贴板 (%1)</translation>
    </message>
    <message>
        <source>The whole table, its notes included, into a file (%1)</source>
        <translation>整张表格连同注释存入文件 (%1)</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>%1
published</source>
        <translation>%1
已发表</translation>
    </message>
    <message>
        <source>%1
your runs</source>
        <translation>%1
自己的运行</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>As printed: %1, on %2</source>
        <translation>按印刷原样：%1，数据集 %2</translation>
    </message>
    <message>
        <source>R: the reference that the other systems are tested against</source>
        <translation>R：其他系统与之检验的参照</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>模型 %1</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>未发表</translation>
    </message>
    <message>
        <source>Published: %1</source>
        <translation>已发表：%1</translation>
    </message>
    <message>
        <source>no run</source>
        <translation>无运行</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>No finished run of this system was found.</source>
        <translation>未找到该系统已完成的运行。</translation>
    </message>
    <message>
        <source>Its runs have no such figure.</source>
        <translation>其运行没有该指标。</translation>
    </message>
    <message numerus="yes">
        <source>Mean of %n run(s)</source>
        <translation>
            <numerusform>%n 个运行的均值</numerusform>
        </translation>
    </message>
    <message>
        <source>± deviation of the sample over seeds</source>
        <translation>± 各随机种子的样本标准差</translation>
    </message>
    <message>
        <source>Against the reference: %1</source>
        <translation>与参照相比：%1</translation>
    </message>
    <message>
        <source>Best of these runs: a paired test tells it from the second</source>
        <translation>这些运行中最好的：配对检验能将其与第二名区分</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Table %1: %2</source>
        <translation>表 %1：%2</translation>
    </message>
    <message>
        <source>No finished run: the published figures alone.</source>
        <translation>没有已完成的运行：只有已发表的数值。</translation>
    </message>
    <message>
        <source>Set %1, test split. Protocol: %2.</source>
        <translation>数据集 %1，测试划分。协议：%2。</translation>
    </message>
    <message>
        <source>Systems of the paper&apos;s table</source>
        <translation>论文表格中的系统</translation>
    </message>
    <message>
        <source>Not in the paper&apos;s table</source>
        <translation>不在论文表格中</translation>
    </message>
</context>
<context>
    <name>mica::ParallelCoordinates</name>
    <message>
        <source>Parallel coordinates of the trials</source>
        <translation>试验的平行坐标</translation>
    </message>
    <message numerus="yes">
        <source>%n trials</source>
        <translation>
            <numerusform>%n 个试验</numerusform>
        </translation>
    </message>
    <message>
        <source>Axis %1</source>
        <translation>坐标轴 %1</translation>
    </message>
    <message>
        <source>Drag along an axis to choose trials; drag a name to move its axis; Escape lifts all brushes</source>
        <translation>沿坐标轴拖动以选择试验；拖动名称可移动坐标轴；Escape 取消所有选区</translation>
    </message>
    <message>
        <source>%1
Drag the name to move the axis</source>
        <translation>%1
拖动名称可移动坐标轴</translation>
    </message>
    <message>
        <source>%1, %2 to %3
Drag the name to move the axis</source>
        <translation>%1，%2 至 %3
拖动名称可移动坐标轴</translation>
    </message>
    <message>
        <source>%1: %2
Drag to choose trials, click a brush to lift it</source>
        <translation>%1：%2
拖动以选择试验，点击选区可取消</translation>
    </message>
    <message>
        <source>%1
Double click to open its run</source>
        <translation>%1
双击打开其运行</translation>
    </message>
    <message>
        <source>failed or stopped</source>
        <translation>失败或已停止</translation>
    </message>
    <message>
        <source>colour: %1, higher is better</source>
        <translation>颜色：%1，越高越好</translation>
    </message>
    <message>
        <source>colour: %1, lower is better</source>
        <translation>颜色：%1，越低越好</translation>
    </message>
</context>
<context>
    <name>mica::PredictionBar</name>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>truth %1</source>
        <translation>真值 %1</translation>
    </message>
    <message>
        <source>no prediction yet</source>
        <translation>还没有预测</translation>
    </message>
    <message>
        <source>prediction %1 (%2)</source>
        <translation>预测 %1（%2）</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>prediction %1</source>
        <translation>预测 %1</translation>
    </message>
    <message>
        <source>|error| %1</source>
        <translation>|误差| %1</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>%2 个中 %1 个正确</translation>
    </message>
    <message>
        <source>Truth and prediction</source>
        <translation>真值与预测</translation>
    </message>
    <message>
        <source>Truth (diamond) and prediction (triangle) on the label&apos;s scale
%1</source>
        <translation>标签尺度上的真值（菱形）与预测（三角形）
%1</translation>
    </message>
    <message>
        <source>Probability of each class; the true one is framed
%1</source>
        <translation>各类别的概率；真实类别加框
%1</translation>
    </message>
    <message>
        <source>Probability of each label; those that are true are framed
%1</source>
        <translation>各标签的概率；为真的加框
%1</translation>
    </message>
</context>
<context>
    <name>mica::PredictionChange</name>
    <message>
        <source>No change: the prediction is the same to the last bit.</source>
        <translation>没有变化：预测逐位相同。</translation>
    </message>
    <message>
        <source>%1 becomes %2: change %3.</source>
        <translation>%1 变为 %2：变化 %3。</translation>
    </message>
    <message>
        <source>%1 The sign turns.</source>
        <translation>%1 符号翻转。</translation>
    </message>
    <message>
        <source>Most changed: %1.</source>
        <translation>变化最大：%1。</translation>
    </message>
    <message>
        <source>Still %1.</source>
        <translation>仍为 %1。</translation>
    </message>
    <message>
        <source>%1 becomes %2.</source>
        <translation>%1 变为 %2。</translation>
    </message>
    <message>
        <source>%1 %2 Distance of the probabilities: %3 of 1.</source>
        <translation>%1 %2 概率的距离：%3（最大 1）。</translation>
    </message>
</context>
<context>
    <name>mica::PredictionPictures</name>
    <message>
        <source>Errors: prediction - truth</source>
        <translation>误差：预测 - 真值</translation>
    </message>
    <message>
        <source>Shares of each truth</source>
        <translation>按真值的占比</translation>
    </message>
    <message>
        <source>Pictures of the predictions</source>
        <translation>预测图</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>散点</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Two runs</source>
        <translation>两个运行</translation>
    </message>
    <message>
        <source>Truth against prediction; drag to list the clips of a region</source>
        <translation>真值与预测对照；拖动列出区域内的片段</translation>
    </message>
    <message>
        <source>How the errors are spread; click a bar to list its clips</source>
        <translation>误差的分布；点击柱条列出其片段</translation>
    </message>
    <message>
        <source>Truth down, prediction across; click a cell to list its clips</source>
        <translation>纵向为真值，横向为预测；点击单元格列出其片段</translation>
    </message>
    <message>
        <source>Who gets which clip right, with paired tests</source>
        <translation>哪个运行预测对哪个片段，附配对检验</translation>
    </message>
    <message>
        <source>Shows what part of each truth is predicted as what, in place of counts (Alt+Shift+H)</source>
        <translation>显示每个真值被预测为何的比例，而不是数量（Alt+Shift+H）</translation>
    </message>
    <message numerus="yes">
        <source>%n clips are not counted: without a label, or left out by the measure</source>
        <translation>
            <numerusform>%n 个片段不计入：没有标签，或不被该指标计入</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a run under &quot;Compare with&quot; to see who gets which clip right, and whether the difference could be chance.</source>
        <translation>在“比较对象”中选择一个运行，查看哪个运行预测对哪个片段，以及差异是否可能出于偶然。</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>shade: share of the row</source>
        <translation>深浅：占该行的比例</translation>
    </message>
</context>
<context>
    <name>mica::PredictionsPanel</name>
    <message>
        <source>Predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Open a set of clips to see what a run predicts for each of them.</source>
        <translation>打开一个片段数据集，查看运行对每个片段的预测。</translation>
    </message>
    <message>
        <source>The clips of this set have no labels: there is no truth to put predictions beside.</source>
        <translation>该数据集的片段没有标签：没有可与预测对照的真值。</translation>
    </message>
    <message>
        <source>Train a model on this set, or choose a run under Attention, to see its predictions.</source>
        <translation>请在此数据集上训练模型，或在“注意力”中选择一个运行，查看其预测。</translation>
    </message>
    <message>
        <source>%1 does not fit this set: %2.</source>
        <translation>%1 不适用于此数据集：%2。</translation>
    </message>
    <message>
        <source>Predicting the clips...</source>
        <translation>正在预测片段...</translation>
    </message>
    <message>
        <source>Reading the run&apos;s predictions...</source>
        <translation>正在读取该运行的预测...</translation>
    </message>
    <message>
        <source>The run&apos;s predictions could not be read</source>
        <translation>无法读取该运行的预测</translation>
    </message>
    <message>
        <source>Predict the clips</source>
        <translation>预测片段</translation>
    </message>
    <message numerus="yes">
        <source>%1 keeps no predictions of these %n clips. They can be computed from its checkpoint; they are kept for the next time.</source>
        <translation>
            <numerusform>%1 没有这 %n 个片段的预测。可由其检查点计算，并保留供下次使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 can predict none of these clips: they lack a label, or a stream that the model needs, or its view leaves them out.</source>
        <translation>%1 无法预测这些片段：缺少标签或模型所需的模态流，或其视图将它们排除在外。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n clips have no prediction yet.</source>
        <translation>
            <numerusform>%n 个片段还没有预测。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>B: %n clips have no prediction yet.</source>
        <translation>
            <numerusform>B：%n 个片段还没有预测。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clips cannot be predicted: no label, no stream that the model needs, or left out by its view.</source>
        <translation>
            <numerusform>%n 个片段无法预测：没有标签、缺少模型所需的模态流，或被其视图排除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Predict them</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Predictions of %1</source>
        <translation>%1 的预测</translation>
    </message>
    <message>
        <source>The clips could not be predicted</source>
        <translation>无法预测这些片段</translation>
    </message>
    <message>
        <source>Predicting...</source>
        <translation>正在预测...</translation>
    </message>
    <message>
        <source>Predicting: %1</source>
        <translation>正在预测：%1</translation>
    </message>
    <message>
        <source>These predictions do not fit the set</source>
        <translation>这些预测与数据集不符</translation>
    </message>
    <message>
        <source>B has no predictions of these clips yet.</source>
        <translation>B 还没有这些片段的预测。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n clips)</source>
        <translation>
            <numerusform>%1（%n 个片段）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::PredictionsView</name>
    <message>
        <source>Lists what is wrong by the chosen measure, or all</source>
        <translation>列出按所选指标错误的片段，或全部</translation>
    </message>
    <message>
        <source>Lists what has the other sign than its label, or all</source>
        <translation>列出与标签符号相反的片段，或全部</translation>
    </message>
    <message>
        <source>To the search</source>
        <translation>转到搜索</translation>
    </message>
    <message>
        <source>To the split</source>
        <translation>转到划分</translation>
    </message>
    <message>
        <source>To the label</source>
        <translation>转到标签</translation>
    </message>
    <message>
        <source>To the run that is compared with</source>
        <translation>转到比较的运行</translation>
    </message>
    <message>
        <source>To what counts as right</source>
        <translation>转到“何为正确”</translation>
    </message>
    <message>
        <source>To the part of the label</source>
        <translation>转到标签的分量</translation>
    </message>
    <message>
        <source>Lists all again</source>
        <translation>重新列出全部</translation>
    </message>
    <message>
        <source>Matrix: shares of each truth, or counts</source>
        <translation>矩阵：按真值的占比，或数量</translation>
    </message>
    <message>
        <source>Two runs: lists what both get right, or all</source>
        <translation>两个运行：列出都正确的，或全部</translation>
    </message>
    <message>
        <source>Two runs: lists what only A gets right, or all</source>
        <translation>两个运行：列出只有 A 正确的，或全部</translation>
    </message>
    <message>
        <source>Two runs: lists what only B gets right, or all</source>
        <translation>两个运行：列出只有 B 正确的，或全部</translation>
    </message>
    <message>
        <source>Two runs: lists what both get wrong, or all</source>
        <translation>两个运行：列出都错误的，或全部</translation>
    </message>
    <message>
        <source>To the table</source>
        <translation>转到表格</translation>
    </message>
    <message>
        <source>The picture before</source>
        <translation>上一张图</translation>
    </message>
    <message>
        <source>The next picture</source>
        <translation>下一张图</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>In a picture: to the next point, bar or cell; Enter chooses it</source>
        <translation>在图中：移到下一个点、柱条或单元格；回车选择</translation>
    </message>
    <message>
        <source>Shift+Arrows</source>
        <translation>Shift+方向键</translation>
    </message>
    <message>
        <source>Scatter: widens a region about the point; Escape lifts it</source>
        <translation>散点：以该点为中心扩大区域；Esc 取消</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Another run of this set, B: who gets which clip right (Alt+Shift+C)</source>
        <translation>该数据集的另一个运行 B：哪个运行预测对哪个片段（Alt+Shift+C）</translation>
    </message>
    <message>
        <source>Part of the label</source>
        <translation>标签的分量</translation>
    </message>
    <message>
        <source>Which value of the label is judged (Alt+Shift+P)</source>
        <translation>评判标签的哪个值（Alt+Shift+P）</translation>
    </message>
    <message>
        <source>What counts as right</source>
        <translation>何为正确</translation>
    </message>
    <message>
        <source>What counts as right (Alt+Shift+J)</source>
        <translation>何为正确（Alt+Shift+J）</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>List all</source>
        <translation>列出全部</translation>
    </message>
    <message>
        <source>Lifts search, filters and what is chosen in a picture (Alt+Shift+A)</source>
        <translation>清除搜索、筛选和图中的选择（Alt+Shift+A）</translation>
    </message>
    <message>
        <source>Judge by</source>
        <translation>评判标准</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>分量</translation>
    </message>
    <message>
        <source>no other run</source>
        <translation>没有其他运行</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>全部合并</translation>
    </message>
    <message>
        <source>value %1</source>
        <translation>值 %1</translation>
    </message>
    <message>
        <source>What counts as right: %1 (Alt+Shift+J)</source>
        <translation>何为正确：%1（Alt+Shift+J）</translation>
    </message>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n 个片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n clips</source>
        <translation>
            <numerusform>%1 / %n 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>Listed: %1</source>
        <translation>已列出：%1</translation>
    </message>
    <message>
        <source>Predicts the clips that have no prediction yet, or stops it</source>
        <translation>预测还没有预测的片段，或将其停止</translation>
    </message>
</context>
<context>
    <name>mica::ProjectionPanel</name>
    <message>
        <source>, %1-%2 s</source>
        <translation>，%1-%2 秒</translation>
    </message>
    <message>
        <source>, time unknown</source>
        <translation>，时间未知</translation>
    </message>
    <message>
        <source>%1: %2 step %3%4, clip %5</source>
        <translation>%1：%2第 %3 步%4，片段 %5</translation>
    </message>
    <message>
        <source>query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>%1, epoch %2</source>
        <translation>%1，第 %2 轮</translation>
    </message>
    <message>
        <source>: KL %1 after %2</source>
        <translation>：KL %1（%2 次迭代）</translation>
    </message>
    <message>
        <source>, A-distance %1</source>
        <translation>，A-距离 %1</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>How many, half of them queries</source>
        <translation>总数，其中一半为查询</translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>How many neighbours t-SNE keeps together</source>
        <translation>t-SNE 保持在一起的近邻数</translation>
    </message>
    <message>
        <source>Queries (discs) and keys (crosses) of the chosen block, an even choice of steps and clips.</source>
        <translation>所选块的查询（圆点）与键（叉），从各步和片段中均匀选取。</translation>
    </message>
    <message>
        <source>q and k as in Eq. 1: the projections with bias, before scaling, all heads joined or one of them. PCA keeps distances as far as its axes hold the variance. t-SNE (exact, from the principal components) keeps neighbours only: sizes of clumps and gaps between them mean nothing. A point&apos;s place says nothing of its time. Alignment shows where the two clouds lie in each other; so does a lower A-distance of the same points.</source>
        <translation>q 和 k 如式 1：带偏置、缩放之前的投影，所有头拼接或其中一头。PCA 在其坐标轴所含方差的范围内保持距离。t-SNE（精确算法，从主成分出发）只保持近邻关系：簇的大小和间隙没有意义。点的位置与其时间无关。对齐体现为两团点云相互交叠；同样这些点的 A-距离变小也说明对齐。</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <source>2-D</source>
        <translation>二维</translation>
    </message>
    <message>
        <source>3-D</source>
        <translation>三维</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>维数</translation>
    </message>
    <message>
        <source>Beside it: another run or epoch</source>
        <translation>并排：另一个运行或轮次</translation>
    </message>
    <message>
        <source>nothing beside</source>
        <translation>不并排</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Queries and keys of %1 in two or three dimensions. Choose another epoch or run beside it to see what alignment changed.</source>
        <translation>%1 的查询与键的二维或三维投影。可并排选择另一轮或另一个运行，查看对齐带来的变化。</translation>
    </message>
    <message>
        <source>Projection of %1</source>
        <translation>%1 的投影</translation>
    </message>
    <message>
        <source>axis %1: %2 %</source>
        <translation>第 %1 轴：%2 %</translation>
    </message>
</context>
<context>
    <name>mica::PublishedPlot</name>
    <message>
        <source>published %1</source>
        <translation>已发表的 %1</translation>
    </message>
    <message>
        <source>Published %1 by %2</source>
        <translation>已发表的 %1（按 %2）</translation>
    </message>
    <message>
        <source>Published (%1), on the paper&apos;s test split, for comparison of the shape:
%2</source>
        <translation>已发表（%1），基于论文的测试集，用于比较走势：
%2</translation>
    </message>
</context>
<context>
    <name>mica::RangeField</name>
    <message>
        <source>%1, from</source>
        <translation>%1，下限</translation>
    </message>
    <message>
        <source>%1: the smallest that is shown; empty: any</source>
        <translation>%1：显示的最小值；留空：不限</translation>
    </message>
    <message>
        <source>%1, to</source>
        <translation>%1，上限</translation>
    </message>
    <message>
        <source>%1: the largest that is shown; empty: any. &quot;&lt;2&quot; leaves 2 itself out</source>
        <translation>%1：显示的最大值；留空：不限。&quot;&lt;2&quot; 不包括 2 本身</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>mica::RecordingsDialog</name>
    <message>
        <source>Open recordings</source>
        <translation>打开录制文件</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录制文件</translation>
    </message>
    <message>
        <source>The recordings to open, each with its transcript</source>
        <translation>要打开的录制文件，各带其文字稿</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录制文件</translation>
    </message>
    <message>
        <source>Transcript with word times</source>
        <translation>带词时间的文字稿</translation>
    </message>
    <message>
        <source>&amp;Add...</source>
        <translation>添加(&amp;A)...</translation>
    </message>
    <message>
        <source>Videos or sounds, of any format that FFmpeg reads</source>
        <translation>视频或录音，FFmpeg 可读的任意格式</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Takes the chosen recordings off the list</source>
        <translation>从列表中移除所选录制文件</translation>
    </message>
    <message>
        <source>&amp;Transcript...</source>
        <translation>文字稿(&amp;T)...</translation>
    </message>
    <message>
        <source>The chosen recording&apos;s words with their times</source>
        <translation>所选录制文件的词及其时间</translation>
    </message>
    <message>
        <source>&amp;No transcript</source>
        <translation>无文字稿(&amp;N)</translation>
    </message>
    <message>
        <source>Opens the chosen recordings without words: their text stays empty</source>
        <translation>以无词的方式打开所选录制文件：文本流为空</translation>
    </message>
    <message>
        <source>A model can look at a recording only if its features are made as those that it learnt from</source>
        <translation>只有录制文件的特征与模型训练所用特征的提取方式相同，模型才能查看它</translation>
    </message>
    <message>
        <source>&amp;Look with</source>
        <translation>查看所用运行(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Makes the features in the background and opens the clips (Enter)</source>
        <translation>在后台提取特征并打开片段（回车）</translation>
    </message>
    <message>
        <source>It has saved no model yet.</source>
        <translation>它还没有保存模型。</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>run %1: cannot look at recordings</source>
        <translation>运行 %1：无法查看录制文件</translation>
    </message>
    <message>
        <source>no run: the features that an import makes</source>
        <translation>无运行：使用导入时提取的特征</translation>
    </message>
    <message>
        <source>none: the text stays empty</source>
        <translation>无：文本流为空</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Transcripts (%1);;All files (*)</source>
        <translation>文字稿 (%1);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>不查看</translation>
    </message>
    <message>
        <source>The features are made in the background and kept, so that the same recordings open at once again. Nothing is written beside the recordings.</source>
        <translation>特征在后台提取并保留，再次打开相同录制文件时立即可用。不会在录制文件旁写入任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n runs cannot look at recordings; pointing at one in the list says why.</source>
        <translation>
            <numerusform>%n 个运行无法查看录制文件；在列表中指向它可看到原因。</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a video or a sound, or drop files on the window.</source>
        <translation>请添加视频或录音，或将文件拖入窗口。</translation>
    </message>
    <message>
        <source>none: the film&apos;s own words</source>
        <translation>无：影片自带的词</translation>
    </message>
</context>
<context>
    <name>mica::Report</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Loss, %1</source>
        <translation>损失，%1</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>train total</source>
        <translation>训练总损失</translation>
    </message>
    <message>
        <source>train L_p</source>
        <translation>训练 L_p</translation>
    </message>
    <message>
        <source>validation L_p</source>
        <translation>验证 L_p</translation>
    </message>
    <message>
        <source>train L_m</source>
        <translation>训练 L_m</translation>
    </message>
    <message>
        <source>train L_e</source>
        <translation>训练 L_e</translation>
    </message>
    <message>
        <source>%1, validation</source>
        <translation>%1，验证</translation>
    </message>
    <message>
        <source>A-distance on validation, mean over layers</source>
        <translation>验证集上的 A-距离，各层平均</translation>
    </message>
    <message>
        <source>A-distance</source>
        <translation>A-距离</translation>
    </message>
    <message numerus="yes">
        <source>%1, epoch %2, clip %3 (%4): %5 to %6, layer %7, mean of %n heads; truth %8</source>
        <translation>
            <numerusform>%1，第 %2 轮，片段 %3（%4）：%5 到 %6，第 %7 层，%n 个头的平均；真值 %8</numerusform>
        </translation>
    </message>
    <message>
        <source>, prediction %1</source>
        <translation>，预测 %1</translation>
    </message>
    <message>
        <source>, prediction %1 (%2)</source>
        <translation>，预测 %1（%2）</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>真值</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>true</source>
        <translation>真值</translation>
    </message>
    <message>
        <source>Loss of each step</source>
        <translation>每一步的损失</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
</context>
<context>
    <name>mica::RulerLane</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Drag here: move the cursor. Drag in a lane below: select. Shift+click: extend the selection. Wheel: scroll. Ctrl+wheel: zoom. Double click: no selection.</source>
        <translation>在此拖动：移动光标。在下方轨道中拖动：选择。Shift+点击：扩展选区。滚轮：滚动。Ctrl+滚轮：缩放。双击：取消选区。</translation>
    </message>
    <message>
        <source>Times are not known: steps lie evenly spread</source>
        <translation>时间未知：各步按均匀分布显示</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>mica::RunComparison</name>
    <message>
        <source>Chosen runs side by side</source>
        <translation>并排显示选中的运行</translation>
    </message>
    <message>
        <source>Choose two or more runs in the table above (Ctrl and a click, or Shift and the arrows) to see the settings in which they differ and their figures side by side.</source>
        <translation>请在上方表格中选择两个或更多运行（Ctrl 加单击，或 Shift 加方向键），即可并排查看它们不同的设置及各项指标。</translation>
    </message>
    <message>
        <source>To the runs</source>
        <translation>前往运行表</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>split, metric</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 (best)</source>
        <translation>%1（最佳）</translation>
    </message>
    <message>
        <source>No setting differs</source>
        <translation>没有不同的设置</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>不同的设置</translation>
    </message>
    <message>
        <source>Options, model, seed, set, view, versions, hardware and origin; what all have alike is left out</source>
        <translation>选项、模型、种子、数据集、视图、版本、硬件和来源；相同的内容不列出</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Of each run&apos;s best epoch</source>
        <translation>各运行最佳轮次的结果</translation>
    </message>
    <message>
        <source>Test, reported only</source>
        <translation>测试，仅供报告</translation>
    </message>
    <message>
        <source>Of the epoch that validation chose. Choose runs by validation: whoever chooses by test has no test</source>
        <translation>取验证集所选轮次的结果。请按验证集选择运行：按测试集选择就等于没有测试</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message numerus="yes">
        <source>The first %1 of the chosen runs; %n more are not shown.</source>
        <translation>
            <numerusform>显示选中运行中的前 %1 个；另有 %n 个未显示。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::RunEdits</name>
    <message numerus="yes">
        <source>delete %n runs</source>
        <translation>
            <numerusform>删除 %n 个运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bring %n runs back</source>
        <translation>
            <numerusform>恢复 %n 个运行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::RunList</name>
    <message>
        <source>now, as it trains</source>
        <translation>当前，训练中</translation>
    </message>
    <message>
        <source>best (epoch %1)</source>
        <translation>最佳（第 %1 轮）</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>last (epoch %1)</source>
        <translation>最后（第 %1 轮）</translation>
    </message>
    <message>
        <source>last</source>
        <translation>最后</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>第 %1 轮</translation>
    </message>
</context>
<context>
    <name>mica::RunModel</name>
    <message numerus="yes">
        <source>%1 (%n runs)</source>
        <translation>
            <numerusform>%1（%n 个运行）</numerusform>
        </translation>
    </message>
    <message>
        <source>in no experiment</source>
        <translation>不属于任何实验</translation>
    </message>
    <message>
        <source>without a tag</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1; click to sort by it</source>
        <translation>%1；单击按此排序</translation>
    </message>
</context>
<context>
    <name>mica::RunNoteEditor</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Words with commas between them; Enter keeps them, Escape does not</source>
        <translation>以逗号分隔的词；按 Enter 保留，按 Esc 放弃</translation>
    </message>
    <message>
        <source>Enter keeps the note, Escape does not</source>
        <translation>按 Enter 保留备注，按 Esc 放弃</translation>
    </message>
</context>
<context>
    <name>mica::RunTable</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message numerus="yes">
        <source>take %n runs out of the archive</source>
        <translation>
            <numerusform>将 %n 个运行移出归档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>archive %n runs</source>
        <translation>
            <numerusform>归档 %n 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>the note of %1</source>
        <translation>%1 的备注</translation>
    </message>
    <message numerus="yes">
        <source>tags of %n runs</source>
        <translation>
            <numerusform>%n 个运行的标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Take out of the &amp;archive</source>
        <translation>移出归档(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>归档(&amp;A)</translation>
    </message>
    <message>
        <source>Reading the runs...</source>
        <translation>正在读取运行...</translation>
    </message>
    <message>
        <source>The runs folder %1 cannot be read</source>
        <translation>无法读取运行文件夹 %1</translation>
    </message>
    <message>
        <source>See that it is there and that you may read it.</source>
        <translation>请确认该文件夹存在且您有读取权限。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n 个运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n runs</source>
        <translation>
            <numerusform>%n 个运行中的 %1 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>No run yet. Train a model: its run is listed here, as are those that other programs write into the runs folder.</source>
        <translation>还没有运行。请训练一个模型：其运行会列在这里，其他程序写入运行文件夹的运行也会列出。</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <source>None of the runs fits the search, or they are archived.</source>
        <translation>没有符合搜索的运行，或者它们已归档。</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation>显示所有运行</translation>
    </message>
    <message>
        <source>Search runs, tags and notes</source>
        <translation>搜索运行、标签和备注</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>搜索运行</translation>
    </message>
    <message>
        <source>Every word typed must occur in the name, the experiment, the model, the set, the tags or the note (%1; Escape clears)</source>
        <translation>输入的每个词都必须出现在名称、实验、模型、数据集、标签或备注中（%1；按 Esc 清除）</translation>
    </message>
    <message>
        <source>Group runs</source>
        <translation>运行分组</translation>
    </message>
    <message>
        <source>Folds runs together; a group shows mean and deviation (of the sample) of its figures</source>
        <translation>将运行折叠成组；每组显示各项指标的均值和（样本）标准差</translation>
    </message>
    <message>
        <source>no groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>by experiment</source>
        <translation>按实验</translation>
    </message>
    <message>
        <source>by model</source>
        <translation>按模型</translation>
    </message>
    <message>
        <source>by set</source>
        <translation>按数据集</translation>
    </message>
    <message>
        <source>by tag</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>States shown</source>
        <translation>显示的状态</translation>
    </message>
    <message>
        <source>Lists only runs in that state</source>
        <translation>只列出该状态的运行</translation>
    </message>
    <message>
        <source>all states</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Which columns the table has; they are remembered</source>
        <translation>表格包含哪些列；会被记住</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>&amp;Find runs</source>
        <translation>查找运行(&amp;F)</translation>
    </message>
    <message>
        <source>Puts the keyboard into the search field</source>
        <translation>将键盘焦点移到搜索框</translation>
    </message>
    <message>
        <source>&amp;Open in Inspect</source>
        <translation>在“查看”中打开(&amp;O)</translation>
    </message>
    <message>
        <source>Goes to the run&apos;s set and shows what it attends</source>
        <translation>转到该运行的数据集并显示其注意力</translation>
    </message>
    <message>
        <source>Show &amp;curves</source>
        <translation>显示曲线(&amp;C)</translation>
    </message>
    <message>
        <source>Puts the curves of the chosen runs over each other</source>
        <translation>将选中运行的曲线叠加显示</translation>
    </message>
    <message>
        <source>Write &amp;tags</source>
        <translation>编写标签(&amp;T)</translation>
    </message>
    <message>
        <source>Words to find runs by, with commas between them; of several chosen runs each gets or loses what you add or take away</source>
        <translation>用于查找运行的词，以逗号分隔；选中多个运行时，所增减的标签对每个都生效</translation>
    </message>
    <message>
        <source>Write a &amp;note</source>
        <translation>编写备注(&amp;N)</translation>
    </message>
    <message>
        <source>What you say of the run</source>
        <translation>您对该运行的说明</translation>
    </message>
    <message>
        <source>Takes runs out of the list, or puts them back; nothing is deleted</source>
        <translation>将运行移出列表或放回；不会删除任何内容</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Moves runs to the trash folder; Undo brings them back</source>
        <translation>将运行移到回收文件夹；可用撤销恢复</translation>
    </message>
    <message>
        <source>Takes the last change of tags, notes, archive or the last deletion back</source>
        <translation>撤销对标签、备注、归档的最后一次更改或最后一次删除</translation>
    </message>
    <message>
        <source>Makes the change again that was taken back</source>
        <translation>重做被撤销的更改</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>Copies chosen rows for a spreadsheet</source>
        <translation>复制选中的行，供电子表格使用</translation>
    </message>
    <message>
        <source>Write as CS&amp;V...</source>
        <translation>写为 CSV(&amp;V)...</translation>
    </message>
    <message>
        <source>Writes chosen rows, or all that are shown, into a file</source>
        <translation>将选中的行（或所有显示的行）写入文件</translation>
    </message>
    <message>
        <source>Fold or unfold a&amp;ll groups</source>
        <translation>折叠或展开所有组(&amp;L)</translation>
    </message>
    <message>
        <source>Shows groups alone, or all their runs</source>
        <translation>只显示组，或显示其所有运行</translation>
    </message>
    <message>
        <source>Archived runs too</source>
        <translation>也显示已归档的运行</translation>
    </message>
    <message>
        <source>Lists archived runs as well</source>
        <translation>也列出已归档的运行</translation>
    </message>
    <message>
        <source>The usual ones</source>
        <translation>常用列</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Test, reported only</source>
        <translation>测试，仅供报告</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>mica::Runs</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>最佳轮次</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Whether the run is being trained, and how it ended</source>
        <translation>运行是否正在训练，以及如何结束</translation>
    </message>
    <message>
        <source>The run&apos;s folder, with that of its experiment</source>
        <translation>运行的文件夹，连同其实验的文件夹</translation>
    </message>
    <message>
        <source>The folder that the run lies in, below the runs folder</source>
        <translation>该运行所在的文件夹，位于运行文件夹之下</translation>
    </message>
    <message>
        <source>The model that was trained</source>
        <translation>所训练的模型</translation>
    </message>
    <message>
        <source>The settings that it began with</source>
        <translation>开始时所用的设置</translation>
    </message>
    <message>
        <source>The set that it was trained on</source>
        <translation>训练所用的数据集</translation>
    </message>
    <message>
        <source>The number that all its random choices follow from</source>
        <translation>其所有随机选择所依据的数</translation>
    </message>
    <message>
        <source>Epochs done, of those that are planned</source>
        <translation>已完成的轮次及计划的轮次</translation>
    </message>
    <message>
        <source>The epoch that was best on validation</source>
        <translation>在验证集上最佳的轮次</translation>
    </message>
    <message>
        <source>When it was begun (UTC)</source>
        <translation>开始的时间（UTC）</translation>
    </message>
    <message>
        <source>Words to find it by, with commas between them; F2 writes them</source>
        <translation>用于查找它的词，以逗号分隔；按 F2 编写</translation>
    </message>
    <message>
        <source>What you say of it; Shift+F2 writes it</source>
        <translation>您对它的说明；按 Shift+F2 编写</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Test, reported only</source>
        <translation>测试，仅供报告</translation>
    </message>
    <message>
        <source>%1; of the best epoch, on validation</source>
        <translation>%1；最佳轮次在验证集上的结果</translation>
    </message>
    <message>
        <source>%1; on test, of the epoch that validation chose. Choose runs by validation, not by this</source>
        <translation>%1；验证集所选轮次在测试集上的结果。请按验证集选择运行，而不是按此</translation>
    </message>
    <message>
        <source>The setting %1 of the run</source>
        <translation>该运行的设置 %1</translation>
    </message>
    <message>
        <source>Only one run has this figure.</source>
        <translation>只有一个运行有此指标。</translation>
    </message>
    <message numerus="yes">
        <source>Mean and deviation (of the sample) over %n runs; from %1 to %2</source>
        <translation>
            <numerusform>%n 个运行的均值和（样本）标准差；从 %1 到 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>被终止</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Being trained at this moment</source>
        <translation>此刻正在训练</translation>
    </message>
    <message>
        <source>Trained to its end</source>
        <translation>已训练到结束</translation>
    </message>
    <message>
        <source>Stopped and saved; it can be resumed</source>
        <translation>已停止并保存；可以继续</translation>
    </message>
    <message>
        <source>Its process ended without a word; it can be resumed from its last checkpoint</source>
        <translation>其进程意外结束；可从最后的检查点继续</translation>
    </message>
</context>
<context>
    <name>mica::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Double click	opens a run in Inspect; on tags or a note: writes them</source>
        <translation>双击	在“查看”中打开运行；在标签或备注上：编写它们</translation>
    </message>
    <message>
        <source>Ctrl and a click	chooses one more run</source>
        <translation>Ctrl 加单击	再选一个运行</translation>
    </message>
    <message>
        <source>*	unfolds a group and all that is in it</source>
        <translation>*	展开一个组及其全部内容</translation>
    </message>
    <message>
        <source>Write runs as CSV</source>
        <translation>将运行写为 CSV</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>mica::ScatterView</name>
    <message>
        <source>Queries and keys, projected</source>
        <translation>查询与键的投影</translation>
    </message>
    <message>
        <source>queries: %1</source>
        <translation>查询：%1</translation>
    </message>
    <message>
        <source>keys: %1</source>
        <translation>键：%1</translation>
    </message>
    <message>
        <source>No points</source>
        <translation>没有点</translation>
    </message>
    <message>
        <source>Drag: turn. Wheel: zoom. Double click: everything. A click on a point goes to its clip and time.</source>
        <translation>拖动：旋转。滚轮：缩放。双击：显示全部。点击一个点可转到其片段和时间。</translation>
    </message>
    <message>
        <source>Drag: move. Wheel: zoom. Double click: everything. A click on a point goes to its clip and time.</source>
        <translation>拖动：平移。滚轮：缩放。双击：显示全部。点击一个点可转到其片段和时间。</translation>
    </message>
</context>
<context>
    <name>mica::ScoreList</name>
    <message>
        <source>Clips and their figures</source>
        <translation>片段及其数值</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>A click goes to the clip</source>
        <translation>点击转到片段</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>mica::SeedSeries</name>
    <message>
        <source>seed %1 of %2</source>
        <translation>第 %1 个种子，共 %2 个</translation>
    </message>
    <message>
        <source>%1 %2 ± %3</source>
        <translation>%1 %2 ± %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Experiment %1, %2, on validation (mean ± deviation): %3</source>
        <translation>实验 %1，%2，验证集（均值 ± 标准差）：%3</translation>
    </message>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%n 个种子</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::SetPanel</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 steps a second</source>
        <translation>每秒 %1 步</translation>
    </message>
    <message>
        <source>irregular steps</source>
        <translation>步长不规则</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>features, rate, longest</comment>
        <translation>%1，%2，%3</translation>
    </message>
    <message numerus="yes">
        <source>%n features</source>
        <translation>
            <numerusform>%n 个特征</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %n steps</source>
        <translation>
            <numerusform>最多 %n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, a number from %2 to %3</source>
        <translation>%1，%2 到 %3 的数值</translation>
    </message>
    <message>
        <source>%1, one of %2: %3</source>
        <translation>%1，%2 类之一：%3</translation>
    </message>
    <message>
        <source>%1, yes or no for each of %2: %3</source>
        <translation>%1，%2 项各为是或否：%3</translation>
    </message>
    <message>
        <source>words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>pictures and sound</source>
        <translation>画面和声音</translation>
    </message>
    <message>
        <source>times: lengths are known in steps only</source>
        <translation>时间：长度只以步数表示</translation>
    </message>
    <message>
        <source>not in this set</source>
        <translation>该数据集没有</translation>
    </message>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>No set is open. Open one from the File menu.</source>
        <translation>没有打开数据集。请从“文件”菜单打开。</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>none: these clips have no label</source>
        <translation>无：这些片段没有标签</translation>
    </message>
    <message>
        <source>without a face</source>
        <translation>没有人脸</translation>
    </message>
    <message>
        <source>%1 of %2 vision steps</source>
        <translation>%2 个视觉步中的 %1 个</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>fingerprint %1</source>
        <translation>指纹 %1</translation>
    </message>
</context>
<context>
    <name>mica::SettingsForm</name>
    <message>
        <source>
From %1 to %2.</source>
        <translation>
从 %1 到 %2。</translation>
    </message>
    <message>
        <source>
Default: %1</source>
        <translation>
默认：%1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>恢复 %1</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>恢复为 %1</translation>
    </message>
    <message>
        <source>Folds these settings away, or shows them</source>
        <translation>折叠或展开这些设置</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n changed)</source>
        <translation>
            <numerusform>%1（%n 项已更改）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::SoundOut</name>
    <message>
        <source>There is no audio device: playing without sound</source>
        <translation>没有音频设备：无声播放</translation>
    </message>
    <message>
        <source>The audio device cannot be opened: playing without sound</source>
        <translation>无法打开音频设备：无声播放</translation>
    </message>
</context>
<context>
    <name>mica::SpectrogramLane</name>
    <message>
        <source>Spectrum</source>
        <translation>频谱</translation>
    </message>
    <message>
        <source>No sound in this clip</source>
        <translation>该片段没有声音</translation>
    </message>
    <message>
        <source>%1k</source>
        <translation>%1k</translation>
    </message>
    <message>
        <source>%1 s, %2 Hz: %3 dB</source>
        <translation>%1 秒，%2 Hz：%3 dB</translation>
    </message>
    <message>
        <source>Spectrum of the clip&apos;s sound: bright is loud, a full-scale tone is 0 dB</source>
        <translation>片段声音的频谱：亮处响度大，满幅单音为 0 dB</translation>
    </message>
    <message>
        <source>Spectrum of the clip&apos;s sound: dark is loud, a full-scale tone is 0 dB</source>
        <translation>片段声音的频谱：暗处响度大，满幅单音为 0 dB</translation>
    </message>
</context>
<context>
    <name>mica::SplitLegend</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>mica::StatePanel</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Ends this work; what it has so far is thrown away</source>
        <translation>结束此项工作；已有的结果会被丢弃</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>mica::SwapDialog</name>
    <message>
        <source>Swap a stream with another clip&apos;s</source>
        <translation>与另一个片段交换模态流</translation>
    </message>
    <message>
        <source>The stream that the model is given of the other clip (Alt+S)</source>
        <translation>模型从另一个片段得到的模态流（Alt+S）</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>模态流</translation>
    </message>
    <message>
        <source>id, words or label</source>
        <translation>标识、词或标签</translation>
    </message>
    <message>
        <source>Lists only clips that hold every part of the text (Alt+C); Up and Down go through them</source>
        <translation>只列出包含文字各部分的片段（Alt+C）；上下键在其中移动</translation>
    </message>
    <message>
        <source>Search the clips</source>
        <translation>搜索片段</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>The clip whose stream is given; Enter or a double click takes it</source>
        <translation>提供模态流的片段；回车或双击选定</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>Gives the model that stream (Enter)</source>
        <translation>将该模态流提供给模型（回车）</translation>
    </message>
    <message>
        <source>Changes nothing (Escape)</source>
        <translation>不做更改（Esc）</translation>
    </message>
    <message>
        <source>&amp;Stream</source>
        <translation>模态流(&amp;S)</translation>
    </message>
    <message>
        <source>of &amp;clip</source>
        <translation>片段(&amp;C)</translation>
    </message>
    <message>
        <source>Choose a clip.</source>
        <translation>请选择一个片段。</translation>
    </message>
    <message>
        <source>The model is given the %1 of %2 and the rest of this clip.</source>
        <translation>模型得到 %2 的%1和此片段的其余部分。</translation>
    </message>
</context>
<context>
    <name>mica::Sweep</name>
    <message>
        <source>Loss L_p</source>
        <translation>损失 L_p</translation>
    </message>
    <message>
        <source>On validation: loss of the task alone, L_p (lower is better)</source>
        <translation>在验证集上：仅任务损失 L_p（越低越好）</translation>
    </message>
    <message>
        <source>On validation: %1</source>
        <translation>在验证集上：%1</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>pruned</source>
        <translation>已剪枝</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>trial %1, %2</source>
        <translation>试验 %1，%2</translation>
    </message>
    <message>
        <source>%1 when it was pruned</source>
        <translation>%1（剪枝时）</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1（目前）</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
</context>
<context>
    <name>mica::SweepDialog</name>
    <message>
        <source>Trials</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>How many settings are tried; a grid has its own number</source>
        <translation>尝试多少组设置；网格有自己的数目</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>按文件</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>同时</translation>
    </message>
    <message>
        <source>Trials that are trained beside each other</source>
        <translation>同时训练的试验数</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>Cores of all trials together</source>
        <translation>所有试验共用的核心数</translation>
    </message>
    <message>
        <source>&amp;Browse...</source>
        <translation>浏览(&amp;B)...</translation>
    </message>
    <message>
        <source>Show the &amp;plan</source>
        <translation>显示计划(&amp;P)</translation>
    </message>
    <message>
        <source>New sweep</source>
        <translation>新建扫描</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>A ready sweep, or a sweep file of your own (docs/sweeps.md)</source>
        <translation>现成的扫描，或您自己的扫描文件（docs/sweeps.md）</translation>
    </message>
    <message>
        <source>Chooses a sweep file of your own (.toml)</source>
        <translation>选择您自己的扫描文件（.toml）</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>The settings that all trials share</source>
        <translation>所有试验共有的设置</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the folder in the runs folder that the sweep is kept in</source>
        <translation>运行文件夹中存放该扫描的文件夹名称</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>What would be tried, and about how long it takes</source>
        <translation>将会尝试什么，大约需要多久</translation>
    </message>
    <message>
        <source>What would be tried, and about how long it takes: press &quot;Show the plan&quot;</source>
        <translation>将会尝试什么，大约需要多久：请按“显示计划”</translation>
    </message>
    <message>
        <source>Tells what would be tried and measures some steps, at most half a minute; nothing is kept</source>
        <translation>说明将会尝试什么，并测量若干步，至多半分钟；不保留任何内容</translation>
    </message>
    <message>
        <source>&amp;Sweep</source>
        <translation>扫描(&amp;S)</translation>
    </message>
    <message>
        <source>none: open a set first</source>
        <translation>无：请先打开数据集</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>P&amp;reset</source>
        <translation>预设(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Trials</source>
        <translation>试验(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;At a time</source>
        <translation>同时(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Cores</source>
        <translation>核心(&amp;C)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Trains the trials one after the other or beside each other; can be stopped and gone on with</source>
        <translation>依次或同时训练各试验；可以停止并继续</translation>
    </message>
    <message>
        <source>Choose a sweep file</source>
        <translation>选择扫描文件</translation>
    </message>
    <message>
        <source>Sweep files (*.toml)</source>
        <translation>扫描文件 (*.toml)</translation>
    </message>
    <message>
        <source>Planning...</source>
        <translation>正在计划...</translation>
    </message>
    <message>
        <source>%1 cannot be started</source>
        <translation>无法启动 %1</translation>
    </message>
</context>
<context>
    <name>mica::SweepImportance</name>
    <message>
        <source>Importance of the settings</source>
        <translation>各设置的重要性</translation>
    </message>
    <message>
        <source>Share of the objective&apos;s spread over the trials that each setting explains</source>
        <translation>每个设置所解释的目标值在各试验间变化的份额</translation>
    </message>
    <message>
        <source>%1: %2 of the objective&apos;s spread
Click to see its slice</source>
        <translation>%1：占目标值变化的 %2
点击查看其切片</translation>
    </message>
</context>
<context>
    <name>mica::SweepJob</name>
    <message>
        <source>%1 of %2 trials, %3 running</source>
        <translation>%2 个试验中的 %1 个，%3 个运行中</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>stopping and saving</source>
        <translation>正在停止并保存</translation>
    </message>
    <message>
        <source>The sweep ended without a word</source>
        <translation>扫描结束，但没有任何说明</translation>
    </message>
</context>
<context>
    <name>mica::SweepModel</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>Begun %1, ended %2 (UTC)</source>
        <translation>开始于 %1，结束于 %2（UTC）</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>The trial&apos;s number, from 0</source>
        <translation>试验的编号，从 0 开始</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Waiting, running, complete, pruned, failed or stopped</source>
        <translation>等待、运行中、完成、已剪枝、失败或已停止</translation>
    </message>
    <message>
        <source>Setting that the sweep varies: %1</source>
        <translation>扫描所改变的设置：%1</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Epochs that were judged on validation</source>
        <translation>在验证集上评估过的轮数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>From its begin to its end</source>
        <translation>从开始到结束</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>The trial&apos;s run folder</source>
        <translation>试验的运行文件夹</translation>
    </message>
    <message>
        <source>%1; click to sort by it</source>
        <translation>%1；点击按此排序</translation>
    </message>
</context>
<context>
    <name>mica::SweepPanel</name>
    <message>
        <source>New sweep...</source>
        <translation>新建扫描...</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop sweep</source>
        <translation>停止扫描</translation>
    </message>
    <message>
        <source>Looking for sweeps...</source>
        <translation>正在查找扫描...</translation>
    </message>
    <message>
        <source>Sweep shown</source>
        <translation>显示的扫描</translation>
    </message>
    <message>
        <source>The sweeps below the runs folder, the newest first (Alt+Shift+W)</source>
        <translation>运行文件夹下的扫描，最新的在前 (Alt+Shift+W)</translation>
    </message>
    <message>
        <source>Trains many runs with different settings on the set on screen (Alt+Shift+N)</source>
        <translation>在当前显示的数据集上用不同设置训练许多运行 (Alt+Shift+N)</translation>
    </message>
    <message>
        <source>Goes on with the sweep on screen where it was stopped or cut off (Alt+Shift+R)</source>
        <translation>从停止或中断处继续所显示的扫描 (Alt+Shift+R)</translation>
    </message>
    <message>
        <source>Lets the running trials save and ends the sweep; it can be gone on with (Alt+Shift+E)</source>
        <translation>让运行中的试验保存并结束扫描；可以继续 (Alt+Shift+E)</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>To the choice of a sweep</source>
        <translation>转到扫描选择</translation>
    </message>
    <message>
        <source>Starts a new sweep</source>
        <translation>开始新的扫描</translation>
    </message>
    <message>
        <source>Goes on with a stopped sweep</source>
        <translation>继续已停止的扫描</translation>
    </message>
    <message>
        <source>Stops the sweep</source>
        <translation>停止扫描</translation>
    </message>
    <message>
        <source>Sweeps</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Stop trial %1</source>
        <translation>停止试验 %1</translation>
    </message>
    <message>
        <source>The sweep is being prepared...</source>
        <translation>正在准备扫描...</translation>
    </message>
    <message>
        <source>No trial of this sweep has begun. &quot;Go on&quot; starts it.</source>
        <translation>该扫描的试验都还没有开始。“继续”将启动它。</translation>
    </message>
    <message>
        <source>The sweep cannot be read</source>
        <translation>无法读取扫描</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1 (running)</source>
        <translation>%1（运行中）</translation>
    </message>
    <message>
        <source>No sweep yet. A sweep trains many runs with different settings, compares them on validation, and reports the test figures of the best one once, at its end.</source>
        <translation>还没有扫描。扫描用不同设置训练许多运行，在验证集上比较，并在结束时一次性报告最佳者的测试结果。</translation>
    </message>
    <message>
        <source>Reading the sweep...</source>
        <translation>正在读取扫描...</translation>
    </message>
    <message>
        <source>Sweep %1</source>
        <translation>扫描 %1</translation>
    </message>
    <message>
        <source>ended; the best trial and its test figures are in Sweeps</source>
        <translation>已结束；最佳试验及其测试结果见“扫描”</translation>
    </message>
    <message>
        <source>The sweep did not start</source>
        <translation>扫描未能启动</translation>
    </message>
</context>
<context>
    <name>mica::SweepScatter</name>
    <message>
        <source>best so far</source>
        <translation>目前最佳</translation>
    </message>
    <message>
        <source>not ended well</source>
        <translation>未正常结束</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1（按 %2）</translation>
    </message>
    <message numerus="yes">
        <source>%n trials</source>
        <translation>
            <numerusform>%n 个试验</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag to choose the trials of a region; Escape lifts it</source>
        <translation>拖动以选择区域内的试验；Escape 取消</translation>
    </message>
    <message>
        <source>%1
Double click to open its run</source>
        <translation>%1
双击打开其运行</translation>
    </message>
</context>
<context>
    <name>mica::SweepSlices</name>
    <message>
        <source>Slices</source>
        <translation>切片</translation>
    </message>
</context>
<context>
    <name>mica::SweepTrials</name>
    <message>
        <source>Open run</source>
        <translation>打开运行</translation>
    </message>
    <message>
        <source>Stop trial</source>
        <translation>停止试验</translation>
    </message>
    <message>
        <source>Search trials</source>
        <translation>搜索试验</translation>
    </message>
    <message>
        <source>Every part typed must occur in the number, the state, a setting (lr=0.001) or the run (Alt+Shift+F)</source>
        <translation>输入的每个部分都必须出现在编号、状态、某个设置 (lr=0.001) 或运行中 (Alt+Shift+F)</translation>
    </message>
    <message>
        <source>State shown</source>
        <translation>显示的状态</translation>
    </message>
    <message>
        <source>Lists only trials in this state (Alt+Shift+S)</source>
        <translation>只列出处于此状态的试验 (Alt+Shift+S)</translation>
    </message>
    <message>
        <source>all states</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <source>Goes to the chosen trial&apos;s run (Enter in the table, Alt+Shift+O)</source>
        <translation>转到所选试验的运行（表中按 Enter，Alt+Shift+O）</translation>
    </message>
    <message>
        <source>Stops the chosen trial alone; the sweep goes on with the others (Alt+Shift+X)</source>
        <translation>只停止所选试验；扫描继续其他试验 (Alt+Shift+X)</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>&amp;Open run</source>
        <translation>打开运行(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Stop this trial</source>
        <translation>停止此试验(&amp;S)</translation>
    </message>
    <message numerus="yes">
        <source>%n trials</source>
        <translation>
            <numerusform>%n 个试验</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n trials</source>
        <translation>
            <numerusform>%n 个试验中的 %1 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::SweepView</name>
    <message>
        <source>List all</source>
        <translation>全部列出</translation>
    </message>
    <message>
        <source>Lifts brushes, search and filter (Alt+Shift+A)</source>
        <translation>取消选区、搜索和筛选 (Alt+Shift+A)</translation>
    </message>
    <message>
        <source>Parts of the sweep</source>
        <translation>扫描的各部分</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>切片</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>重要性</translation>
    </message>
    <message>
        <source>Every trial with its settings (Alt+Shift+1)</source>
        <translation>每个试验及其设置 (Alt+Shift+1)</translation>
    </message>
    <message>
        <source>The objective by trial, and the best so far (Alt+Shift+2)</source>
        <translation>各试验的目标值，以及目前最佳 (Alt+Shift+2)</translation>
    </message>
    <message>
        <source>The objective against each setting, beside published figures (Alt+Shift+3)</source>
        <translation>目标值随每个设置的变化，旁边是已发表的结果 (Alt+Shift+3)</translation>
    </message>
    <message>
        <source>How much hangs on each setting (Alt+Shift+4)</source>
        <translation>每个设置的影响有多大 (Alt+Shift+4)</translation>
    </message>
    <message>
        <source>To the parallel coordinates</source>
        <translation>转到平行坐标</translation>
    </message>
    <message>
        <source>To the table of trials</source>
        <translation>转到试验表</translation>
    </message>
    <message>
        <source>To the history</source>
        <translation>转到历史</translation>
    </message>
    <message>
        <source>To the slices</source>
        <translation>转到切片</translation>
    </message>
    <message>
        <source>To the importance of the settings</source>
        <translation>转到各设置的重要性</translation>
    </message>
    <message>
        <source>To the search</source>
        <translation>转到搜索</translation>
    </message>
    <message>
        <source>To the state that is listed</source>
        <translation>转到列出的状态</translation>
    </message>
    <message>
        <source>Lists all trials again</source>
        <translation>重新列出所有试验</translation>
    </message>
    <message>
        <source>Opens the chosen trial&apos;s run</source>
        <translation>打开所选试验的运行</translation>
    </message>
    <message>
        <source>Stops the chosen trial, where it runs</source>
        <translation>停止所选试验（若在运行）</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>左，右</translation>
    </message>
    <message>
        <source>Parallel coordinates: to the next axis, with Ctrl moves it; in a scatter to the next trial</source>
        <translation>平行坐标：转到下一坐标轴，按 Ctrl 移动它；散点图：转到下一试验</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>上，下</translation>
    </message>
    <message>
        <source>Parallel coordinates: along the axis, with Shift brushes it; Delete lifts its brushes</source>
        <translation>平行坐标：沿坐标轴移动，按 Shift 选取；Delete 取消其选区</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Page Up，Page Down</translation>
    </message>
    <message>
        <source>Parallel coordinates: through the trials that fit, the best first; Enter opens the run</source>
        <translation>平行坐标：依次浏览符合的试验，最佳的在前；Enter 打开运行</translation>
    </message>
    <message>
        <source>Importance is told once enough trials are complete and more than one value of a setting was tried.</source>
        <translation>当足够多的试验完成，且某个设置尝试过不止一个值后，会给出重要性。</translation>
    </message>
    <message>
        <source>%1 on %2: %3 on validation, %4</source>
        <translation>%1，数据集 %2：验证集上的 %3，%4</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>越高越好</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>越低越好</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message numerus="yes">
        <source>%n trials planned: %1</source>
        <translation>
            <numerusform>计划 %n 个试验：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>no pruning</source>
        <translation>不剪枝</translation>
    </message>
    <message>
        <source>pruning: %1</source>
        <translation>剪枝：%1</translation>
    </message>
    <message>
        <source>Best on validation: trial %1, %2 %3 (%4)</source>
        <translation>验证集上最佳：试验 %1，%2 %3（%4）</translation>
    </message>
    <message>
        <source>Best on validation: no trial is complete yet</source>
        <translation>验证集上最佳：还没有完成的试验</translation>
    </message>
    <message>
        <source>Test, reported once: when the sweep has ended</source>
        <translation>测试，仅报告一次：扫描结束后</translation>
    </message>
    <message>
        <source>Test, reported once, of the best trial: %1</source>
        <translation>测试，仅报告一次，最佳试验：%1</translation>
    </message>
    <message>
        <source>All trials are listed</source>
        <translation>列出了所有试验</translation>
    </message>
    <message numerus="yes">
        <source>%n listed: %1</source>
        <translation>
            <numerusform>列出 %n 个：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mica::TimeLane</name>
    <message>
        <source>%1 to %2 s: %3</source>
        <translation>%1 到 %2 秒：%3</translation>
    </message>
</context>
<context>
    <name>mica::TimeLanes</name>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>What belongs together</source>
        <translation>对应关系</translation>
    </message>
    <message>
        <source>Wave form</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>频谱</translation>
    </message>
    <message>
        <source>Vision features</source>
        <translation>视觉特征</translation>
    </message>
    <message>
        <source>Audio features</source>
        <translation>音频特征</translation>
    </message>
    <message>
        <source>Mouse on the time line</source>
        <translation>时间轴上的鼠标操作</translation>
    </message>
    <message>
        <source>Click	moves the cursor there; a word, a link or a cell: to its begin</source>
        <translation>点击	将光标移到该处；点词、对应关系或单元格：移到其开头</translation>
    </message>
    <message>
        <source>Drag	selects, and playing repeats what is selected; on the ruler: moves the cursor</source>
        <translation>拖动	选择，播放时重复所选部分；在标尺上：移动光标</translation>
    </message>
    <message>
        <source>Shift+click, Shift+drag	extends the selection</source>
        <translation>Shift+点击, Shift+拖动	扩展选区</translation>
    </message>
    <message>
        <source>Double click	selects the word; beside words: no selection</source>
        <translation>双击	选择该词；在词之外：取消选区</translation>
    </message>
    <message>
        <source>Wheel	scrolls</source>
        <translation>滚轮	滚动</translation>
    </message>
    <message>
        <source>Ctrl+wheel	zooms about the pointer</source>
        <translation>Ctrl+滚轮	以指针为中心缩放</translation>
    </message>
    <message>
        <source>This set keeps no words for this clip</source>
        <translation>该数据集没有此片段的词</translation>
    </message>
    <message>
        <source>The times of this clip&apos;s words are not known</source>
        <translation>该片段各词的时间未知</translation>
    </message>
    <message>
        <source>Reading the sound...</source>
        <translation>正在读取声音...</translation>
    </message>
</context>
<context>
    <name>mica::TrainPanel</name>
    <message>
        <source>Settings that ship with the program; what you change stays changed</source>
        <translation>随程序提供的设置；您所做的更改会保留</translation>
    </message>
    <message>
        <source>built-in defaults</source>
        <translation>内置默认值</translation>
    </message>
    <message>
        <source>Folder name of the run, below %1</source>
        <translation>运行的文件夹名，位于 %1</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Waits after the running step; nothing is lost (Ctrl+P)</source>
        <translation>当前步结束后暂停；不会丢失任何内容（Ctrl+P）</translation>
    </message>
    <message>
        <source>&amp;Stop and save</source>
        <translation>停止并保存(&amp;S)</translation>
    </message>
    <message>
        <source>Ends after the running step; the run is saved and can be resumed (Ctrl+.)</source>
        <translation>当前步结束后停止；运行会保存并可继续（Ctrl+.）</translation>
    </message>
    <message>
        <source>Runs on this set that were stopped before their end</source>
        <translation>此数据集上提前停止的运行</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续运行(&amp;R)</translation>
    </message>
    <message>
        <source>Goes on with the chosen run where it stopped</source>
        <translation>从停止处继续所选运行</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部恢复</translation>
    </message>
    <message>
        <source>Every setting back to the preset&apos;s value</source>
        <translation>所有设置恢复为预设的值</translation>
    </message>
    <message>
        <source>Pr&amp;eset</source>
        <translation>预设(&amp;E)</translation>
    </message>
    <message>
        <source>Run &amp;name</source>
        <translation>运行名称(&amp;N)</translation>
    </message>
    <message>
        <source>Open a set to train on it.</source>
        <translation>请打开一个数据集进行训练。</translation>
    </message>
    <message numerus="yes">
        <source>%n clips</source>
        <comment>trains on ...</comment>
        <translation>
            <numerusform>%n 个片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n epochs</source>
        <comment>in ...</comment>
        <translation>
            <numerusform>共 %n 轮</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <comment>epochs of ...</comment>
        <translation>
            <numerusform> %n 步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n validation clips</source>
        <comment>checked on ...</comment>
        <translation>
            <numerusform> %n 个验证片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settings differ from the preset.</source>
        <translation>
            <numerusform>有 %n 项设置与预设不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>This set has no training clips, so nothing can be trained on it.</source>
        <translation>该数据集没有训练片段，无法训练。</translation>
    </message>
    <message>
        <source>These clips have no labels, so nothing can be trained on them.</source>
        <translation>这些片段没有标签，无法训练。</translation>
    </message>
    <message>
        <source>A training is running; stop it first</source>
        <translation>正在训练；请先停止</translation>
    </message>
    <message>
        <source>Starts a new run with the settings below (Ctrl+T)</source>
        <translation>以下方的设置开始新的运行（Ctrl+T）</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>继续(&amp;C)</translation>
    </message>
    <message>
        <source>%1: epoch %2 of %3</source>
        <translation>%1：第 %2 轮，共 %3 轮</translation>
    </message>
    <message>
        <source>no stopped run</source>
        <translation>没有停止的运行</translation>
    </message>
    <message>
        <source>Run name &quot;%1&quot;: a name may hold no slash and not begin with a dot.</source>
        <translation>运行名称 &quot;%1&quot;：名称不能包含斜杠，也不能以点开头。</translation>
    </message>
    <message>
        <source>Train &amp;on this set</source>
        <translation>在此数据集上训练(&amp;O)</translation>
    </message>
    <message>
        <source>What is trained; the settings below are this model&apos;s</source>
        <translation>要训练的模型；下面是该模型的设置</translation>
    </message>
    <message>
        <source>The same seed, settings and set give the same run. 1..5 or 3,5,11: an experiment, one run after the other, with mean and deviation at the end</source>
        <translation>相同的种子、设置和数据集得到相同的运行。1..5 或 3,5,11：一个实验，逐个运行，最后给出均值和标准差</translation>
    </message>
    <message>
        <source>See&amp;ds</source>
        <translation>种子(&amp;D)</translation>
    </message>
    <message>
        <source>Trains %1 on %2: %3 in %4 of %5, checked on %6 after each.</source>
        <translation>在 %2 上训练 %1：%3，共 %4，每轮 %5，每轮后在 %6 上检验。</translation>
    </message>
    <message numerus="yes">
        <source>Once for each of %n seeds.</source>
        <translation>
            <numerusform>对 %n 个种子各训练一次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Seeds are a number, a range such as 1..5, or numbers with commas between.</source>
        <translation>种子是一个数、如 1..5 的范围，或用逗号分隔的数。</translation>
    </message>
    <message>
        <source>A new run goes on from %1 of %2, with that run&apos;s settings: %3 more.</source>
        <translation>新的运行从 %2 的%1继续，沿用其设置：还有 %3。</translation>
    </message>
    <message numerus="yes">
        <source>%n epochs</source>
        <comment>... more</comment>
        <translation>
            <numerusform>%n 轮</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settings differ from there on.</source>
        <translation>
            <numerusform>从那里起有 %n 项设置不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing differs: it continues as that run would have.</source>
        <translation>没有不同：会像那次运行一样继续。</translation>
    </message>
    <message>
        <source>That run has %1 epochs there already: set epochs higher to go on.</source>
        <translation>该运行在那里已有 %1 轮：请把 epochs 设得更高再继续。</translation>
    </message>
    <message>
        <source>&amp;Branch off and train</source>
        <translation>分支并训练(&amp;B)</translation>
    </message>
    <message>
        <source>Starts a new run where the other one stood (Ctrl+T)</source>
        <translation>从另一次运行所处状态开始新的运行 (Ctrl+T)</translation>
    </message>
    <message>
        <source>&amp;Go on from an epoch of another run…</source>
        <translation>从另一次运行的某一轮继续(&amp;G)…</translation>
    </message>
    <message>
        <source>Back to the settings of the preset</source>
        <translation>恢复为预设的设置</translation>
    </message>
    <message>
        <source>A new run that begins where another one stood, with other settings (Ctrl+B)</source>
        <translation>以不同设置从另一次运行所处状态开始的新运行 (Ctrl+B)</translation>
    </message>
    <message>
        <source>Every setting back to what that run had</source>
        <translation>所有设置恢复为该运行的值</translation>
    </message>
    <message>
        <source>%1-%2-seeds</source>
        <translation>%1-%2-seeds</translation>
    </message>
    <message>
        <source>Mode&amp;l</source>
        <translation>模型(&amp;L)</translation>
    </message>
    <message>
        <source>A new r&amp;un instead</source>
        <translation>改为新的运行(&amp;U)</translation>
    </message>
</context>
<context>
    <name>mica::TrainingCurves</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Start training to see the loss and its parts</source>
        <translation>开始训练后可查看损失及其各部分</translation>
    </message>
    <message>
        <source>Metrics appear after the first epoch</source>
        <translation>第一轮之后显示指标</translation>
    </message>
    <message>
        <source>A-distance</source>
        <translation>A-距离</translation>
    </message>
    <message>
        <source>The distance between the two modalities of each pair appears once it is measured</source>
        <translation>测得后显示每对模态之间的距离</translation>
    </message>
    <message>
        <source>Attention&apos;s health</source>
        <translation>注意力的状态</translation>
    </message>
    <message>
        <source>Entropy and norms appear after the first epoch</source>
        <translation>第一轮之后显示熵和范数</translation>
    </message>
    <message>
        <source>Metric shown</source>
        <translation>显示的指标</translation>
    </message>
    <message>
        <source>Layer shown</source>
        <translation>显示的层</translation>
    </message>
    <message>
        <source>Quantity shown</source>
        <translation>显示的量</translation>
    </message>
    <message>
        <source>Entropy 1 is uniform attention; norms near 0 are the trivial solution of the alignment loss</source>
        <translation>熵为 1 表示注意力均匀；范数接近 0 是对齐损失的平凡解</translation>
    </message>
    <message>
        <source>entropy (1 = uniform)</source>
        <translation>熵（1 = 均匀）</translation>
    </message>
    <message>
        <source>mean |q|</source>
        <translation>平均 |q|</translation>
    </message>
    <message>
        <source>mean |k|</source>
        <translation>平均 |k|</translation>
    </message>
    <message>
        <source>share in V</source>
        <translation>V 中的比例</translation>
    </message>
    <message>
        <source>gamma</source>
        <translation>gamma</translation>
    </message>
    <message>
        <source>total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>L = L_p + alpha L_m + beta L_e, on training batches</source>
        <translation>L = L_p + alpha L_m + beta L_e，训练批次上</translation>
    </message>
    <message>
        <source>L_p</source>
        <translation>L_p</translation>
    </message>
    <message>
        <source>Loss of the task: mean absolute error or cross entropy</source>
        <translation>任务损失：平均绝对误差或交叉熵</translation>
    </message>
    <message>
        <source>α L_m</source>
        <translation>α L_m</translation>
    </message>
    <message>
        <source>Weighted alignment of the distributions of queries and keys</source>
        <translation>查询与键分布的加权对齐</translation>
    </message>
    <message>
        <source>β L_e</source>
        <translation>β L_e</translation>
    </message>
    <message>
        <source>Weighted alignment of single elements that attention joins</source>
        <translation>注意力所连接的单个元素的加权对齐</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Total loss on the validation split, after each epoch</source>
        <translation>每轮之后验证集上的总损失</translation>
    </message>
    <message>
        <source>score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>What the best epoch is chosen by; lower is better</source>
        <translation>选择最佳轮次的依据；越低越好</translation>
    </message>
    <message>
        <source>Proxy A-distance of queries and keys: 0 alike, 2 told apart by a line</source>
        <translation>查询与键的代理 A-距离：0 相同，2 可线性区分</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Mean of all pairs. %1</source>
        <translation>所有模态对的均值。%1</translation>
    </message>
    <message>
        <source>L_m</source>
        <translation>L_m</translation>
    </message>
    <message>
        <source>Alignment of the distributions of queries and keys, without its weight</source>
        <translation>查询与键分布的对齐，不含权重</translation>
    </message>
    <message>
        <source>L_e</source>
        <translation>L_e</translation>
    </message>
    <message>
        <source>Alignment of single elements that attention joins, without its weight</source>
        <translation>注意力所连接的单个元素的对齐，不含权重</translation>
    </message>
    <message>
        <source>L_p validation</source>
        <translation>L_p 验证</translation>
    </message>
    <message>
        <source>On the validation split, after each epoch</source>
        <translation>在验证划分上，每轮之后</translation>
    </message>
    <message>
        <source>L_m validation</source>
        <translation>L_m 验证</translation>
    </message>
    <message>
        <source>L_e validation</source>
        <translation>L_e 验证</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>
Of what the steps of the epoch predicted, with dropout, each by the model of its moment</source>
        <translation>
来自该轮各步的预测，含 dropout，各由当时的模型给出</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>
Of the best epoch; the test split is looked at once, at the end</source>
        <translation>
最佳轮次；测试划分只在最后查看一次</translation>
    </message>
    <message>
        <source>Entropy of a row&apos;s attention, divided by that of uniform attention; 1: it says nothing</source>
        <translation>一行注意力的熵除以均匀注意力的熵；1：没有任何信息</translation>
    </message>
    <message>
        <source>Mean norm of a query; near 0 is the trivial solution of L_e</source>
        <translation>查询的平均范数；接近 0 即 L_e 的平凡解</translation>
    </message>
    <message>
        <source>Mean norm of a key; near 0 is the trivial solution of L_e</source>
        <translation>键的平均范数；接近 0 即 L_e 的平凡解</translation>
    </message>
    <message>
        <source>Share of cells in V, which L_e pulls together</source>
        <translation>V 中单元格的比例，L_e 将其拉近</translation>
    </message>
    <message>
        <source>Mean threshold of the attention weights that are selected</source>
        <translation>被选中的注意力权重的平均阈值</translation>
    </message>
    <message>
        <source>whole model</source>
        <translation>整个模型</translation>
    </message>
    <message>
        <source>Norm of the gradient of all parameters, before it is cut</source>
        <translation>所有参数的梯度范数，裁剪之前</translation>
    </message>
    <message>
        <source>Norm of the gradient of the part %1, before it is cut, of every tenth step</source>
        <translation>%1 部分的梯度范数，裁剪之前，每十步一次</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>After warm-up and scheduler</source>
        <translation>经过预热和调度之后</translation>
    </message>
    <message>
        <source>Step %1: </source>
        <translation>第 %1 步：</translation>
    </message>
    <message>
        <source>%1 from here on</source>
        <translation>从此处起 %1</translation>
    </message>
    <message>
        <source>learning rate, %1</source>
        <translation>学习率，%1</translation>
    </message>
    <message>
        <source>ended early, %1</source>
        <translation>提前结束，%1</translation>
    </message>
    <message>
        <source>stopped and saved</source>
        <translation>已停止并保存</translation>
    </message>
    <message>
        <source>resumed: %1</source>
        <translation>已继续：%1</translation>
    </message>
    <message>
        <source>branched off here: %1</source>
        <translation>在此分支：%1</translation>
    </message>
    <message>
        <source>Warning about attention</source>
        <translation>关于注意力的警告</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>What the curves are drawn over; time: seconds that the training has worked, pauses left out</source>
        <translation>曲线的横轴；时间：训练实际工作的秒数，不含暂停</translation>
    </message>
    <message>
        <source>by step</source>
        <translation>按步</translation>
    </message>
    <message>
        <source>by epoch</source>
        <translation>按轮次</translation>
    </message>
    <message>
        <source>by time</source>
        <translation>按时间</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Smoothing of all curves</source>
        <translation>所有曲线的平滑</translation>
    </message>
    <message>
        <source>Moving average of the curves; at the left end it is off</source>
        <translation>曲线的滑动平均；最左端为关闭</translation>
    </message>
    <message>
        <source>log x</source>
        <translation>log x</translation>
    </message>
    <message>
        <source>Logarithmic horizontal axis of all panels</source>
        <translation>所有面板的对数横轴</translation>
    </message>
    <message>
        <source>Logarithmic horizontal axis; what lies at zero or left of it is left out (Shift+L)</source>
        <translation>对数横轴；零及其左侧的部分不显示 (Shift+L)</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>All panels at their whole length again (Home, or a double click)</source>
        <translation>所有面板恢复完整长度（Home 或双击）</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>The norm of the gradient appears with the first step</source>
        <translation>梯度范数从第一步起显示</translation>
    </message>
    <message>
        <source>The learning rate appears with the first step</source>
        <translation>学习率从第一步起显示</translation>
    </message>
    <message>
        <source>Losses shown</source>
        <translation>显示的损失</translation>
    </message>
    <message>
        <source>As they add up to the objective, or each apart without its weight</source>
        <translation>按构成目标的加权形式，或各自不含权重</translation>
    </message>
    <message>
        <source>weighted</source>
        <translation>加权</translation>
    </message>
    <message>
        <source>apart</source>
        <translation>分开</translation>
    </message>
    <message>
        <source>Metric of the splits; test is measured once, at the end</source>
        <translation>各划分的指标；测试只在最后测量一次</translation>
    </message>
    <message>
        <source>Layer of both A-distance and health: the mean of all by pair, every layer by itself, or one</source>
        <translation>A 距离与注意力状况的层：按模态对取所有层的均值、逐层，或某一层</translation>
    </message>
    <message>
        <source>mean of layers</source>
        <translation>各层均值</translation>
    </message>
    <message>
        <source>each layer</source>
        <translation>逐层</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>⚠ L_e has fallen from %1 to %2, but attention may mean nothing any more: %3. Less beta, or a smaller tau, may help.</source>
        <translation>⚠ L_e 从 %1 降到 %2，但注意力可能已失去意义：%3。减小 beta 或 tau 可能有帮助。</translation>
    </message>
</context>
<context>
    <name>mica::TrainingJob</name>
    <message numerus="yes">
        <source>Stopped after %n epochs; saved, and can be resumed</source>
        <translation>
            <numerusform>%n 轮后停止；已保存，可继续</numerusform>
        </translation>
    </message>
    <message>
        <source>Finished in %1; best epoch %2; validation: %3</source>
        <translation>用时 %1 完成；最佳为第 %2 轮；验证：%3</translation>
    </message>
</context>
<context>
    <name>mica::TransportBar</name>
    <message>
        <source>Playback</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Time of the cursor and length of the clip</source>
        <translation>光标时间和片段长度</translation>
    </message>
    <message>
        <source>Cursor / length, in seconds</source>
        <translation>光标 / 长度，单位秒</translation>
    </message>
    <message>
        <source>Go to the start</source>
        <translation>转到开头</translation>
    </message>
    <message>
        <source>Previous word</source>
        <translation>上一个词</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>后退一帧</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation>前进一帧</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>下一个词</translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation>转到结尾</translation>
    </message>
    <message>
        <source>Playback speed</source>
        <translation>播放速度</translation>
    </message>
    <message>
        <source>%1x</source>
        <translation>%1x</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>减速</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>加速</translation>
    </message>
    <message>
        <source>Playback speed (%1 slower, %2 faster)</source>
        <translation>播放速度（%1 减速，%2 加速）</translation>
    </message>
    <message>
        <source>Change what repeats</source>
        <translation>切换重复方式</translation>
    </message>
    <message>
        <source>What is played again and again</source>
        <translation>反复播放的内容</translation>
    </message>
    <message>
        <source>Repeat: off</source>
        <translation>重复：关</translation>
    </message>
    <message>
        <source>Repeat: selection</source>
        <translation>重复：选区</translation>
    </message>
    <message>
        <source>Repeat: all</source>
        <translation>重复：全部</translation>
    </message>
    <message>
        <source>Change how the view follows the cursor</source>
        <translation>切换视图跟随光标的方式</translation>
    </message>
    <message>
        <source>What the view does when the cursor leaves it</source>
        <translation>光标离开视图时的处理方式</translation>
    </message>
    <message>
        <source>Follow: off</source>
        <translation>跟随：关</translation>
    </message>
    <message>
        <source>Follow: page</source>
        <translation>跟随：翻页</translation>
    </message>
    <message>
        <source>Follow: centred</source>
        <translation>跟随：居中</translation>
    </message>
    <message>
        <source>Selection begins at the cursor</source>
        <translation>选区从光标处开始</translation>
    </message>
    <message>
        <source>Selection ends at the cursor</source>
        <translation>选区到光标处结束</translation>
    </message>
    <message>
        <source>Select the word at the cursor</source>
        <translation>选择光标处的词</translation>
    </message>
    <message>
        <source>No selection</source>
        <translation>取消选区</translation>
    </message>
    <message>
        <source>Scroll back</source>
        <translation>向后滚动</translation>
    </message>
    <message>
        <source>Scroll on</source>
        <translation>向前滚动</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in about the cursor</source>
        <translation>以光标为中心放大</translation>
    </message>
    <message>
        <source>Show the whole clip</source>
        <translation>显示整个片段</translation>
    </message>
    <message>
        <source>Zoom to the selection</source>
        <translation>缩放到选区</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>%1 / %2 s</source>
        <translation>%1 / %2 秒</translation>
    </message>
    <message>
        <source>times unknown</source>
        <translation>时间未知</translation>
    </message>
    <message>
        <source>off</source>
        <comment>repeat</comment>
        <translation>关</translation>
    </message>
    <message>
        <source>selection</source>
        <comment>repeat</comment>
        <translation>选区</translation>
    </message>
    <message>
        <source>all</source>
        <comment>repeat</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>off</source>
        <comment>follow</comment>
        <translation>关</translation>
    </message>
    <message>
        <source>page</source>
        <comment>follow</comment>
        <translation>翻页</translation>
    </message>
    <message>
        <source>centred</source>
        <comment>follow</comment>
        <translation>居中</translation>
    </message>
</context>
<context>
    <name>mica::TruthScatter</name>
    <message>
        <source>Truth and prediction</source>
        <translation>真值与预测</translation>
    </message>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>truth %1, prediction %2, error %3 (%4)</source>
        <translation>真值 %1，预测 %2，误差 %3（%4）</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Drag to list the clips of a region; Escape lifts it</source>
        <translation>拖动列出区域内的片段；Esc 取消</translation>
    </message>
    <message>
        <source>%1
Click to go to the clip</source>
        <translation>%1
点击转到片段</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>真值</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>wrong (%1)</source>
        <translation>错误（%1）</translation>
    </message>
    <message>
        <source>right (%1)</source>
        <translation>正确（%1）</translation>
    </message>
    <message>
        <source>None of these clips has a label and a prediction</source>
        <translation>这些片段都没有同时具备标签和预测</translation>
    </message>
</context>
<context>
    <name>mica::VideoView</name>
    <message>
        <source>No clip chosen</source>
        <translation>没有选择片段</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>The picture at the cursor. Click: play or pause (Space)</source>
        <translation>光标处的画面。点击：播放或暂停（空格键）</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>  frame %1</source>
        <translation>  第 %1 帧</translation>
    </message>
</context>
<context>
    <name>mica::ViewExport</name>
    <message>
        <source>E&amp;xport this view...</source>
        <translation>导出此视图(&amp;X)...</translation>
    </message>
    <message>
        <source>Writes what this view shows into a file</source>
        <translation>将此视图显示的内容写入文件</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <source>PNG, 300 dots an inch</source>
        <translation>PNG，每英寸 300 点</translation>
    </message>
    <message>
        <source>HDF5: the numbers of maps</source>
        <translation>HDF5：注意力图的数值</translation>
    </message>
    <message>
        <source>numpy: the numbers of maps</source>
        <translation>numpy：注意力图的数值</translation>
    </message>
    <message>
        <source>CSV: the numbers of maps</source>
        <translation>CSV：注意力图的数值</translation>
    </message>
    <message>
        <source>MP4: the map beside the clip, its cursor moving</source>
        <translation>MP4：注意力图与片段并列，光标移动</translation>
    </message>
    <message>
        <source>CSV: every row of the table</source>
        <translation>CSV：表格的每一行</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>%1 is written</source>
        <translation>%1 已写出</translation>
    </message>
</context>
<context>
    <name>mica::WaveLane</name>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>No sound in this clip</source>
        <translation>该片段没有声音</translation>
    </message>
    <message>
        <source>Wave form of the clip&apos;s sound, scaled to its loudest sample</source>
        <translation>片段声音的波形，按最响的采样缩放</translation>
    </message>
</context>
<context>
    <name>mica::WhatIf</name>
    <message>
        <source>another set is on screen</source>
        <translation>屏幕上是另一个数据集</translation>
    </message>
    <message>
        <source>The attention of this clip is not there yet.</source>
        <translation>该片段的注意力还没有得到。</translation>
    </message>
    <message>
        <source>another clip is on screen</source>
        <translation>屏幕上是另一个片段</translation>
    </message>
    <message>
        <source>not in this run or clip</source>
        <translation>不在此运行或片段中</translation>
    </message>
    <message>
        <source>Dropped (%1): %2.</source>
        <translation>已移除（%1）：%2。</translation>
    </message>
    <message>
        <source>This is so already: %1.</source>
        <translation>已经如此：%1。</translation>
    </message>
    <message>
        <source>All of it is hidden already.</source>
        <translation>全部已经隐藏。</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>没有任何更改。</translation>
    </message>
    <message>
        <source>Nothing is changed: every change is switched off.</source>
        <translation>没有任何更改：所有更改都已关闭。</translation>
    </message>
    <message>
        <source>There is only the attention here that the training kept, no model to try changes with. Choose a saved epoch.</source>
        <translation>这里只有训练时保留的注意力，没有可用来尝试更改的模型。请选择一个已保存的轮次。</translation>
    </message>
    <message>
        <source>Asking the model again...</source>
        <translation>正在重新询问模型...</translation>
    </message>
    <message>
        <source>%1 to %2 s</source>
        <translation>%1 到 %2 秒</translation>
    </message>
    <message>
        <source>This run&apos;s model does not look at the %1.</source>
        <translation>该运行的模型不看此模态流：%1。</translation>
    </message>
    <message>
        <source>This clip has no %1 that the model sees.</source>
        <translation>该片段没有模型可见的%1。</translation>
    </message>
    <message>
        <source>The times of the %1 are not known, so no step of it lies in an interval. Point at a step on the map and hide that one.</source>
        <translation>%1的时间未知，因此没有步落在某个区间内。请指向注意力图上的一步并将其隐藏。</translation>
    </message>
    <message>
        <source>Nothing of the %1 lies in %2.</source>
        <translation>%2 内没有%1。</translation>
    </message>
    <message>
        <source>The model is given other steps of the %1 now.</source>
        <translation>模型现在得到的是%1的其他步。</translation>
    </message>
    <message>
        <source>This run has no such part to silence.</source>
        <translation>该运行没有这样可以屏蔽的部分。</translation>
    </message>
    <message>
        <source>The set has no such clip.</source>
        <translation>数据集中没有这个片段。</translation>
    </message>
    <message>
        <source>%1 is this clip itself.</source>
        <translation>%1 就是此片段。</translation>
    </message>
    <message>
        <source>%1 has no %2.</source>
        <translation>%1 没有%2。</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>text hidden, %1</source>
        <translation>隐藏文本，%1</translation>
    </message>
    <message>
        <source>video hidden, %1</source>
        <translation>隐藏视频，%1</translation>
    </message>
    <message>
        <source>sound muted, %1</source>
        <translation>静音，%1</translation>
    </message>
    <message>
        <source>%1 hidden</source>
        <translation>隐藏 %1</translation>
    </message>
    <message>
        <source>no %1 at all</source>
        <translation>完全去掉%1</translation>
    </message>
    <message>
        <source>%1 silenced in all layers</source>
        <translation>%1 在所有层中屏蔽</translation>
    </message>
    <message>
        <source>%1 silenced in layer %2</source>
        <translation>%1 在第 %2 层中屏蔽</translation>
    </message>
    <message>
        <source>%1, layer %2: head %3 silenced</source>
        <translation>%1，第 %2 层：屏蔽第 %3 头</translation>
    </message>
    <message>
        <source>%1 of %2 instead</source>
        <translation>换为 %2 的%1</translation>
    </message>
    <message>
        <source>no effect: there is no %1 at all</source>
        <translation>无效：%1已完全去掉</translation>
    </message>
    <message>
        <source>no effect: the %1 is another clip&apos;s</source>
        <translation>无效：%1来自另一个片段</translation>
    </message>
    <message>
        <source>The model sees nothing of this clip any more: it would say the same of every clip.</source>
        <translation>模型已看不到此片段的任何内容：对每个片段都会给出相同结果。</translation>
    </message>
    <message>
        <source>Every step is hidden of: %1. The model sees nothing of it.</source>
        <translation>每一步都已隐藏：%1。模型完全看不到。</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>不可见</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
</context>
<context>
    <name>mica::WhatIfActions</name>
    <message>
        <source>Hide the &amp;word</source>
        <translation>隐藏该词(&amp;W)</translation>
    </message>
    <message>
        <source>Hide word</source>
        <translation>隐藏词</translation>
    </message>
    <message>
        <source>The model sees a gap in place of the word of the frozen row, or of that at the cursor</source>
        <translation>固定行的词或光标处的词对模型成为空缺</translation>
    </message>
    <message>
        <source>Hide &amp;text in the selection</source>
        <translation>隐藏选区内的文本(&amp;T)</translation>
    </message>
    <message>
        <source>Hide text</source>
        <translation>隐藏文本</translation>
    </message>
    <message>
        <source>The model sees no word that lies in the selected interval</source>
        <translation>模型看不到所选区间内的词</translation>
    </message>
    <message>
        <source>Hide &amp;video in the selection</source>
        <translation>隐藏选区内的视频(&amp;V)</translation>
    </message>
    <message>
        <source>Hide video</source>
        <translation>隐藏视频</translation>
    </message>
    <message>
        <source>The model sees no picture of the selected interval</source>
        <translation>模型看不到所选区间的画面</translation>
    </message>
    <message>
        <source>&amp;Mute sound in the selection</source>
        <translation>选区内静音(&amp;M)</translation>
    </message>
    <message>
        <source>Mute sound</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>The model hears nothing of the selected interval</source>
        <translation>模型听不到所选区间的声音</translation>
    </message>
    <message>
        <source>Leave out t&amp;he text</source>
        <translation>去掉文本(&amp;H)</translation>
    </message>
    <message>
        <source>The model sees no word at all</source>
        <translation>模型看不到任何词</translation>
    </message>
    <message>
        <source>Leave out th&amp;e video</source>
        <translation>去掉视频(&amp;E)</translation>
    </message>
    <message>
        <source>The model sees no picture at all</source>
        <translation>模型看不到任何画面</translation>
    </message>
    <message>
        <source>Leave out the s&amp;ound</source>
        <translation>去掉声音(&amp;O)</translation>
    </message>
    <message>
        <source>The model hears nothing at all</source>
        <translation>模型听不到任何声音</translation>
    </message>
    <message>
        <source>Silence this hea&amp;d</source>
        <translation>屏蔽此头(&amp;D)</translation>
    </message>
    <message>
        <source>The output of the head on the map, in this pair and layer, is zero</source>
        <translation>注意力图上的头在此模态对和层中的输出为零</translation>
    </message>
    <message>
        <source>Silence this pair in this &amp;layer</source>
        <translation>在此层屏蔽该模态对(&amp;L)</translation>
    </message>
    <message>
        <source>The output of all heads of the map, in this pair and layer, is zero</source>
        <translation>注意力图上所有头在此模态对和层中的输出为零</translation>
    </message>
    <message>
        <source>Silence this &amp;pair in all layers</source>
        <translation>在所有层屏蔽该模态对(&amp;P)</translation>
    </message>
    <message>
        <source>The output of this pair is zero in every layer</source>
        <translation>该模态对在每一层的输出为零</translation>
    </message>
    <message>
        <source>&amp;Swap a stream with another clip&apos;s...</source>
        <translation>与另一个片段交换模态流(&amp;S)...</translation>
    </message>
    <message>
        <source>Swap...</source>
        <translation>交换...</translation>
    </message>
    <message>
        <source>The model is given another clip&apos;s text, video or sound with the rest of this one</source>
        <translation>模型得到另一个片段的文本、视频或声音，其余取自此片段</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Takes the last step back</source>
        <translation>撤回上一步</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Makes the step again that was taken back</source>
        <translation>重新执行撤回的步骤</translation>
    </message>
    <message>
        <source>&amp;Change nothing</source>
        <translation>不做更改(&amp;C)</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Removes every change; Undo brings them back</source>
        <translation>移除所有更改；可用“撤销”恢复</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The model is given nothing of the %1 there.</source>
        <translation>模型在该处没有得到%1。</translation>
    </message>
    <message>
        <source>The times of this clip&apos;s words are not known: click on a word&apos;s row of the map to freeze it, then hide it.</source>
        <translation>该片段各词的时间未知：请点击注意力图中某个词的行将其固定，然后隐藏。</translation>
    </message>
    <message>
        <source>No word is said at the cursor (%1 s): put it on a word, or freeze a word&apos;s row of the map.</source>
        <translation>光标处（%1 秒）没有词：请将光标移到一个词上，或固定注意力图中某个词的行。</translation>
    </message>
    <message>
        <source>Nothing is selected: drag on the time line, or press I and O at its ends.</source>
        <translation>没有选区：请在时间轴上拖动，或在两端按 I 和 O。</translation>
    </message>
    <message>
        <source>This clip has no times, so no interval can be selected: point at a step on the map and hide that one.</source>
        <translation>该片段没有时间，无法选择区间：请指向注意力图上的一步并将其隐藏。</translation>
    </message>
    <message>
        <source>The map shows the mean of all heads: choose one of them in the Attention dock.</source>
        <translation>注意力图显示的是所有头的平均：请在“注意力”面板中选择其中一个。</translation>
    </message>
</context>
<context>
    <name>mica::WhatIfContext</name>
    <message>
        <source>Hide “%1”</source>
        <translation>隐藏“%1”</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隐藏 %1</translation>
    </message>
</context>
<context>
    <name>mica::WhatIfPanel</name>
    <message>
        <source>Leave out</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>One stream is kept from the model</source>
        <translation>对模型隐去一个模态流</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>屏蔽</translation>
    </message>
    <message>
        <source>A part of the model says nothing: of the pair, layer and head on the map</source>
        <translation>模型的一部分不输出：取注意力图上的模态对、层和头</translation>
    </message>
    <message>
        <source>Nothing is changed. Hide a word (Ctrl+H), select an interval and mute its sound (Ctrl+M), silence a head (Ctrl+D): the model answers again, beside what it says untouched.</source>
        <translation>没有任何更改。隐藏一个词（Ctrl+H），选择一个区间并将其静音（Ctrl+M），屏蔽一个头（Ctrl+D）：模型会重新作答，与未更改的结果并列。</translation>
    </message>
    <message>
        <source>beside the untouched one</source>
        <translation>与未更改的并排</translation>
    </message>
    <message>
        <source>as a difference</source>
        <translation>作为差值</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>不显示</translation>
    </message>
    <message>
        <source>How the changed map stands with the untouched one while anything is changed; the same scale for both</source>
        <translation>有更改时，更改后的图与未更改的图如何排列；两者标度相同</translation>
    </message>
    <message>
        <source>Changed map</source>
        <translation>更改后的图</translation>
    </message>
    <message>
        <source>Untouched:</source>
        <translation>未更改：</translation>
    </message>
    <message>
        <source>Changed:</source>
        <translation>更改后：</translation>
    </message>
</context>
<context>
    <name>mica::WordLane</name>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>No words with times in this clip</source>
        <translation>该片段没有带时间的词</translation>
    </message>
    <message>
        <source>%1 (masked: the model does not see it)</source>
        <translation>%1（被掩蔽：模型看不到）</translation>
    </message>
    <message>
        <source>%1
%2 to %3 s, %4 s long</source>
        <translation>%1
%2 到 %3 秒，长 %4 秒</translation>
    </message>
</context>
<context>
    <name>mica::Words</name>
    <message>
        <source>There is not enough memory for this. Close other programs or choose a smaller set.</source>
        <translation>内存不足。请关闭其他程序或选择较小的数据集。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1:%2 min</source>
        <translation>%1:%2 分</translation>
    </message>
    <message>
        <source>%1:%2 h</source>
        <translation>%1:%2 小时</translation>
    </message>
</context>
</TS>
